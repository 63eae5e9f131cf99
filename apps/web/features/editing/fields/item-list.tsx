'use client';

import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import styles from '../editing.module.css';
import { useFieldId } from './field-id.ts';
import { findMessage } from './fields.tsx';

interface ItemListProps {
  /** Path of the list in the input. */
  name: string;
  /** What one item is called: "claim". */
  noun: string;
  /** A new item's fields. */
  empty: unknown;
  children: (index: number) => ReactNode;
}

/** Items that are edited in place, added and taken out. */
export function ItemList({ name, noun, empty, children }: ItemListProps) {
  const { fields, append, remove, move } = useFieldArray({ name });
  const { formState } = useFormContext();
  const id = useFieldId()(name);
  const message = findMessage(formState.errors, name);
  return (
    <>
      {message && (
        <p className={styles.problem} id={id} tabIndex={-1}>
          {message}.
        </p>
      )}
      <ol className={styles.items}>
        {fields.map((field, index) => (
          <li key={field.id} className={styles.item}>
            <h3>
              {`${noun[0]?.toUpperCase()}${noun.slice(1)} ${index + 1}`}
              <span>
                {index > 0 && (
                  <button type="button" className={styles.button} onClick={() => move(index, index - 1)}>
                    Move up<span className="sr-only">{` ${noun} ${index + 1}`}</span>
                  </button>
                )}{' '}
                <button type="button" className={styles.button} onClick={() => remove(index)}>
                  Take out<span className="sr-only">{` ${noun} ${index + 1}`}</span>
                </button>
              </span>
            </h3>
            {children(index)}
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className={styles.button} onClick={() => append(empty)}>
          {`Add a ${noun}`}
        </button>
      </p>
    </>
  );
}
