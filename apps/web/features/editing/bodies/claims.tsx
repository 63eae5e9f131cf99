'use client';

import { type CommitmentInput, quantityOf } from '@muster/schema/rules';
import { useWatch } from 'react-hook-form';
import type * as api from '@/generated/contract.ts';
import { formatRange } from '@/text/index.ts';
import { qualifierWords, rankWords, unitWords } from '@/text/words.ts';
import { blankItem } from '../codec.ts';
import styles from '../editing.module.css';
import { Choice, TextArea, TextField } from '../fields/fields.tsx';
import { ItemList } from '../fields/item-list.tsx';
import { PickerField } from '../fields/picker.tsx';
import { readClaims } from '../input.ts';
import { blankClaim, kinds } from '../kinds.ts';

const empty = blankItem(kinds.commitments.rules, 'claims', blankClaim);

/** Each source's own telling, and the number that results from all of them. */
export function ClaimsPart() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>Who says so</h2>
      </legend>
      <p className="muted">
        One claim for each source, with its own words and its own number. Contradictions stay side by side.
      </p>
      <ItemList name="claims" noun="claim" empty={empty}>
        {(index) => <ClaimFields index={index} />}
      </ItemList>
      <Result />
    </fieldset>
  );
}

function ClaimFields({ index }: { index: number }) {
  const name = `claims.${index}`;
  const language = useWatch({ name: `${name}.language` });
  return (
    <>
      <PickerField of="source" name={`${name}.source`} label="Source" wide hint="Type to search." />
      <TextArea name={`${name}.fragment`} label="The words that hold the figure" rows={2} lang={language} />
      <TextField
        name={`${name}.low`}
        label="Number, or fewest"
        inputMode="numeric"
        hint="Empty: no number told."
      />
      <TextField name={`${name}.high`} label="Most" inputMode="numeric" hint="Empty: the same." />
      <Choice name={`${name}.qualifier`} label="Qualifier" options={qualifierWords} none="none" />
      <TextField name={`${name}.language`} label="Language" hint="BCP 47: en, zh-Hans" />
      <Choice name={`${name}.rank`} label="Standing" options={rankWords} />
      <TextField name={`${name}.rankReason`} label="Why that standing" />
      <TextField name={`${name}.locator`} label="Where in the document" />
      <TextField name={`${name}.note`} label="Remark" />
    </>
  );
}

/** The live preview of the quantity, by the same rule that the API applies. */
function Result() {
  const [claims, unit, rate] = useWatch({ name: ['claims', 'unit', 'rate'] }) as [unknown, api.Unit, string];
  const quantity = quantityOf(listWhole(readClaims(claims)));
  return (
    <output className={styles.result}>
      {quantity ? `${formatRange(quantity)} ${unitWords[unit] ?? ''}${rate ? ' per year' : ''}` : 'No number'}
      <small>
        {quantity
          ? 'results from the claims of best standing that carry a number'
          : 'no claim carries a number: the record will say so. Nothing is not zero.'}
      </small>
    </output>
  );
}

/** Claims whose numbers can be read; the rules refuse the others when the form is saved. */
function listWhole(claims: CommitmentInput['claims']) {
  return claims.filter(
    ({ low, high }) => Number.isInteger(low) && Number.isInteger(high) && (low ?? 0) <= (high ?? 0),
  );
}
