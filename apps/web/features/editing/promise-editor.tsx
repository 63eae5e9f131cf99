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
import type { Choices } from './choices.ts';
import styles from './editing.module.css';
import { Choice, DateField, TextArea, TextField } from './fields.tsx';
import type { CommitmentFields } from './form-values.ts';

/** What was promised, by whom, and when it was said. */
export function PromiseEditor({ choices, isNew }: { choices: Choices; isNew: boolean }) {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>The promise</h2>
      </legend>
      <TextField name="title" label="Title" wide hint="What was promised, in a line." />
      <TextField
        name="slug"
        label="Name in addresses"
        readOnly={!isNew}
        hint={isNew ? 'Lower-case letters, digits, hyphens. It never changes.' : 'It never changes.'}
      />
      <Choice name="program" label="Program" options={choices.programs} none="none" />
      <Choice name="status" label="How far it came" options={statusWords} />
      <ProviderChecks providers={choices.providers} />
      <DateField name="statedOn" label="Stated on" />
      <TextField name="statedBy" label="Said by" />
      <Choice name="voice" label="On whose behalf" options={voiceWords} />
      <Choice name="confidence" label="Confidence in the reading" options={confidenceWords} />
    </fieldset>
  );
}

function ProviderChecks({ providers }: { providers: Record<string, string> }) {
  const { register, formState } = useFormContext<CommitmentFields>();
  const message = formState.errors.providers?.message;
  return (
    <fieldset className={styles.checks} id="providers" tabIndex={-1}>
      <legend className={styles.checksLegend}>Who promises</legend>
      {Object.entries(providers).map(([code, name]) => (
        <label key={code}>
          <input type="checkbox" value={code} {...register('providers')} />
          {name}
        </label>
      ))}
      {message && <small className={styles.problem}>{`Who promises: ${message}.`}</small>}
    </fieldset>
  );
}

const rates = { PER_YEAR: 'per year' };

/** What the number counts and the days it covers. The number itself comes from the claims. */
export function NumberEditor() {
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
