'use client';

import type { ReactNode } from 'react';
import { type ArrayPath, type FieldArray, useFieldArray } from 'react-hook-form';
import styles from './editing.module.css';
import type { CommitmentFields } from './form-values.ts';

interface ItemListProps<Name extends ArrayPath<CommitmentFields>> {
  name: Name;
  /** What one item is called: "claim". */
  noun: string;
  empty: FieldArray<CommitmentFields, Name>;
  children: (index: number) => ReactNode;
}

/** Items that are edited in place, added and taken out. */
export function ItemList<Name extends ArrayPath<CommitmentFields>>(props: ItemListProps<Name>) {
  const { name, noun, empty, children } = props;
  const { fields, append, remove, move } = useFieldArray<CommitmentFields, Name>({ name });
  return (
    <>
      <ol className={styles.items}>
        {fields.map(({ id }, index) => (
          <li key={id} className={styles.item}>
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
