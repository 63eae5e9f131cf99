'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { commitmentInput } from '@muster/schema/rules';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import type * as api from '@/generated/contract.ts';
import { Notice } from '@/ui/notice.tsx';
import { AnswerNotice } from './answer-notice.tsx';
import type { Choices } from './choices.ts';
import { ClaimsEditor } from './claims-editor.tsx';
import { Datalist } from './datalist.tsx';
import styles from './editing.module.css';
import { FiguresEditor } from './figures-editor.tsx';
import { type CommitmentFields, toInput } from './form-values.ts';
import { listProblems, toFieldName } from './problems.ts';
import { NumberEditor, PromiseEditor } from './promise-editor.tsx';
import { RecipientsEditor } from './recipients-editor.tsx';
import { type Answer, type Origin, type Step, saveInput, takeStep } from './save.ts';
import { useSaveKeys, useUnsavedGuard } from './unsaved.ts';

interface CommitmentFormProps {
  fields: CommitmentFields;
  /** The record as it was read; null for a new one. */
  origin: Origin;
  state: api.RecordState;
  choices: Choices;
  /** Whether the record was written a moment ago, by the form for new ones. */
  isJustWritten?: boolean;
}

const rules = zodResolver(commitmentInput) as unknown as Resolver<Record<string, unknown>>;
const resolver: Resolver<CommitmentFields> = async (fields, context, options) => {
  const { values, errors } = await rules({ ...toInput(fields) }, context, options as never);
  const named = Object.fromEntries(
    listProblems(errors as never).map(({ path, message }) => [toFieldName(path), { type: 'rule', message }]),
  );
  return Object.keys(named).length > 0
    ? { values: {}, errors: nest(named) }
    : { values: (values ? fields : {}) as CommitmentFields, errors: {} };
};

export function CommitmentForm(props: CommitmentFormProps) {
  const { fields, origin: firstOrigin, state: firstState, choices, isJustWritten = false } = props;
  const router = useRouter();
  const form = useForm<CommitmentFields>({ defaultValues: fields, resolver });
  const [origin, setOrigin] = useState(firstOrigin);
  const [state, setState] = useState(firstState);
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(
    isJustWritten && firstOrigin
      ? { __typename: 'CommitmentSaved', commitment: { ...firstOrigin, state: firstState } }
      : null,
  );
  const [isBusy, setIsBusy] = useState(false);
  const { isDirty, errors } = form.formState;
  const problems = listProblems(errors);
  useUnsavedGuard(isDirty);

  async function settle(ask: Promise<Answer>) {
    setIsBusy(true);
    const result = await ask;
    setIsBusy(false);
    setAnswer(result);
    if (result.__typename === 'ValidationFailed') {
      for (const { path, message } of result.problems) form.setError(toFieldName(path), { message });
    }
    if (result.__typename !== 'CommitmentSaved') return;
    const { slug, version, state: newState } = result.commitment;
    form.reset(form.getValues());
    setOrigin({ slug, version });
    setState(newState);
    setReason('');
    if (!origin) router.replace(`/admin/commitments/${slug}?written`);
    router.refresh();
  }

  const save = form.handleSubmit((values) => settle(saveInput(origin, toInput(values), reason)));
  const take = (step: Step) => origin && settle(takeStep(step, origin, reason));
  const saveOver = (version: number) =>
    origin && settle(saveInput({ ...origin, version }, toInput(form.getValues()), reason));
  useSaveKeys(save);

  return (
    <FormProvider {...form}>
      <form className={styles.form} onSubmit={save} noValidate>
        <AnswerNotice answer={answer} state={state} onSaveOver={saveOver} />
        {problems.length > 0 && (
          <Notice tone="error">
            {`Nothing was written: ${problems.length === 1 ? 'a field needs' : `${problems.length} fields need`} mending.`}
            <ul>
              {problems.map(({ path, message }) => (
                <li key={path}>
                  <a href={`#${path.replaceAll('.', '-')}`}>{path}</a>: {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <PromiseEditor choices={choices} isNew={origin === null} />
        <NumberEditor />
        <RecipientsEditor />
        <ClaimsEditor />
        <FiguresEditor />
        <div className={styles.bar}>
          <div className={styles.field}>
            <label htmlFor="reason">Why this change (kept in the history)</label>
            <input id="reason" value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <button type="submit" className={styles.primary} disabled={isBusy}>
            {state === 'PUBLISHED' ? 'Save and show to readers' : 'Save draft'}
          </button>
          {origin && <Steps state={state} isDirty={isDirty} isBusy={isBusy} reason={reason} onTake={take} />}
        </div>
        <Datalist id="source-choices" options={choices.sources} />
        <Datalist id="recipient-choices" options={choices.recipients} />
      </form>
    </FormProvider>
  );
}

interface StepsProps {
  state: api.RecordState;
  isDirty: boolean;
  isBusy: boolean;
  reason: string;
  onTake: (step: Step) => void;
}

function Steps({ state, isDirty, isBusy, reason, onTake }: StepsProps) {
  const steps: Partial<Record<api.RecordState, [Step, string]>> = {
    DRAFT: ['submit', 'Send to review'],
    IN_REVIEW: ['publish', 'Publish'],
    PUBLISHED: ['retract', 'Take back'],
  };
  const next = steps[state];
  if (!next) return null;
  const [step, words] = next;
  const isMute = step === 'retract' && reason.trim() === '';
  return (
    <>
      <button
        type="button"
        className={styles.button}
        disabled={isBusy || isDirty || isMute}
        onClick={() => onTake(step)}
      >
        {words}
      </button>
      {isDirty && <small>{`Save before you ${words.toLowerCase()}.`}</small>}
      {isMute && !isDirty && <small>Taking a record back needs a reason.</small>}
    </>
  );
}

/** `{ 'claims.0.high': e }` as `{ claims: [{ high: e }] }`, the shape in which the form keeps errors. */
function nest(named: Record<string, unknown>): Record<string, never> {
  const tree: Record<string, unknown> = {};
  for (const [path, error] of Object.entries(named)) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    let node = tree;
    for (const key of keys) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node[last] = { ...(node[last] as object), ...(error as object) };
  }
  return tree as Record<string, never>;
}
