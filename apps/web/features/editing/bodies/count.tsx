'use client';

import { useFormContext } from 'react-hook-form';
import {
  audienceWords,
  confidenceWords,
  measureWords,
  statusWords,
  unitWords,
  voiceWords,
} from '@/text/words.ts';
import styles from '../editing.module.css';
import { useFieldId } from '../fields/field-id.ts';
import { Choice, DateField, findMessage, TextArea, TextField } from '../fields/fields.tsx';
import { useProviders } from '../fields/names.ts';
import { PickerField } from '../fields/picker.tsx';
import { ClaimsPart } from './claims.tsx';
import { FiguresPart } from './figures.tsx';
import type { BodyProps } from './props.ts';
import { RecipientsPart } from './recipients.tsx';
import { SlugField } from './slug-field.tsx';

export const CommitmentBody = (props: BodyProps) => <CountBody {...props} isPromise />;
export const ReportedTotalBody = (props: BodyProps) => <CountBody {...props} isPromise={false} />;

function CountBody({ isPromise, ...props }: BodyProps & { isPromise: boolean }) {
  return (
    <>
      <fieldset className={styles.part}>
        <legend>
          <h2>{isPromise ? 'The promise' : 'The report'}</h2>
        </legend>
        <TextField
          name="title"
          label="Title"
          wide
          hint={isPromise ? 'What was promised, in a line.' : 'What was reported, in a line.'}
        />
        <SlugField {...props} />
        <PickerField of="program" name="program" label="Program" hint="Empty: none." />
        {isPromise && <Choice name="status" label="How far it came" options={statusWords} />}
        <ProvidersField label={isPromise ? 'Who promises' : 'Who trained'} />
        <DateField name="statedOn" label="Stated on" />
        <TextField name="statedBy" label="Said by" />
        <Choice name="voice" label="On whose behalf" options={voiceWords} />
        <Choice name="confidence" label="Confidence in the reading" options={confidenceWords} />
      </fieldset>
      <NumberPart />
      <RecipientsPart />
      <ClaimsPart />
      <FiguresPart />
    </>
  );
}

/** Ticks for those that are known; who is not among them is written under Providers first. */
export function ProvidersField({ label }: { label: string }) {
  const { register, formState } = useFormContext();
  const id = useFieldId()('providers');
  const message = findMessage(formState.errors, 'providers');
  return (
    <fieldset className={styles.checks} id={id} tabIndex={-1}>
      <legend className={styles.checksLegend}>{label}</legend>
      {useProviders().map(({ value, words }) => (
        <label key={value}>
          <input type="checkbox" value={value} {...register('providers')} />
          {words}
        </label>
      ))}
      {message && <small className={styles.problem}>{`${label}: ${message}.`}</small>}
    </fieldset>
  );
}

const rates = { PER_YEAR: 'per year' };

/** What the number counts and the days it covers. The number itself comes from the claims. */
function NumberPart() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>What is counted, and when</h2>
      </legend>
      <Choice name="unit" label="Unit" options={unitWords} hint="Units are never added to one another." />
      <Choice name="measure" label="What is counted" options={measureWords} />
      <Choice name="rate" label="Rate" options={rates} none="a plain total" />
      <Choice name="audience" label="Who is trained" options={audienceWords} />
      <TextField name="audienceStated" label="Who is trained, as stated" />
      <TextField name="qualifierStated" label="Qualifier, as stated" />
      <DateField name="window.start" label="Window: first day" />
      <DateField name="window.end" label="Window: first day after" hint="Empty while the end is not told." />
      <TextField
        name="window.endLatest"
        label="Latest reading of the end"
        type="date"
        hint="Only for “three to five years”."
      />
      <TextField name="window.stated" label="Window, as stated" hint="“next 12 months”" />
      <TextArea name="note" label="Remarks: contradictions, traps, what is missing" rows={4} />
    </fieldset>
  );
}
