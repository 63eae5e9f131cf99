'use client';

import { blankItem } from '../codec.ts';
import styles from '../editing.module.css';
import { TextField } from '../fields/fields.tsx';
import { ItemList } from '../fields/item-list.tsx';
import { kinds } from '../kinds.ts';

const empty = blankItem(kinds.commitments.rules, 'otherFigures');

export function FiguresPart() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>Other numbers</h2>
      </legend>
      <p className="muted">
        Printed beside it, and not people trained: delegations, money, trainers. Never added.
      </p>
      <ItemList name="otherFigures" noun="number" empty={empty}>
        {(index) => (
          <>
            <TextField name={`otherFigures.${index}.label`} label="What it counts" />
            <TextField name={`otherFigures.${index}.value`} label="Number" inputMode="numeric" />
            <TextField name={`otherFigures.${index}.qualifier`} label="Qualifier, as stated" />
            <TextField name={`otherFigures.${index}.note`} label="How not to misread it" />
          </>
        )}
      </ItemList>
    </fieldset>
  );
}
