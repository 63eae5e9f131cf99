'use client';

import { quantityOf } from '@muster/schema/rules';
import { useWatch } from 'react-hook-form';
import { formatRange } from '@/text/index.ts';
import { qualifierWords, rankWords, unitWords } from '@/text/words.ts';
import styles from './editing.module.css';
import { Choice, TextArea, TextField } from './fields.tsx';
import { type CommitmentFields, emptyClaim, toInput } from './form-values.ts';
import { ItemList } from './item-list.tsx';

/** Each source's own telling, and the number that results from all of them. */
export function ClaimsEditor() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>Who says so</h2>
      </legend>
      <p className="muted">
        One claim for each source, with its own words and its own number. Contradictions stay side by side.
      </p>
      <ItemList name="claims" noun="claim" empty={emptyClaim}>
        {(index) => <ClaimFields index={index} />}
      </ItemList>
      <Result />
    </fieldset>
  );
}

function ClaimFields({ index }: { index: number }) {
  const name = `claims.${index}` as const;
  const language = useWatch<CommitmentFields, `claims.${number}.language`>({ name: `${name}.language` });
  return (
    <>
      <TextField
        name={`${name}.source`}
        label="Source"
        list="source-choices"
        wide
        hint="Begin to type its name."
      />
      <TextArea name={`${name}.fragment`} label="The words that hold the figure" rows={2} />
      <TextField
        name={`${name}.low`}
        label="Number, or fewest"
        inputMode="numeric"
        hint="Empty: no number told."
      />
      <TextField name={`${name}.high`} label="Most" inputMode="numeric" hint="Empty: the same." />
      <Choice name={`${name}.qualifier`} label="Qualifier" options={qualifierWords} none="none" />
      <TextField
        name={`${name}.language`}
        label="Language"
        hint="BCP 47: en, zh-Hans"
        lang={language || undefined}
      />
      <Choice name={`${name}.rank`} label="Standing" options={rankWords} />
      <TextField name={`${name}.rankReason`} label="Why that standing" />
      <TextField name={`${name}.locator`} label="Where in the document" />
      <TextField name={`${name}.note`} label="Remark" />
    </>
  );
}

/** The live preview of the quantity, by the same rule that the API applies. */
function Result() {
  const values = useWatch<CommitmentFields>() as CommitmentFields;
  const claims = toInput(values).claims.map(({ low, high, rank }) => ({
    low: Number.isInteger(low) ? (low as number) : null,
    high: Number.isInteger(high) ? (high as number) : null,
    rank,
  }));
  const quantity = quantityOf(claims.filter(({ low, high }) => low !== null && high !== null && low <= high));
  return (
    <output className={styles.result}>
      {quantity
        ? `${formatRange(quantity)} ${unitWords[values.unit]}${values.rate ? ' per year' : ''}`
        : 'No number'}
      <small>
        {quantity
          ? 'results from the claims of best standing that carry a number'
          : 'no claim carries a number: the commitment will say so. Nothing is not zero.'}
      </small>
    </output>
  );
}
