'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { FormProvider } from 'react-hook-form';
import { AnswerNotice } from './answer-notice.tsx';
import { bodies } from './bodies/index.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import styles from './editing.module.css';
import { useFormPrefix } from './fields/field-id.ts';
import { type KnownNames, NamesProvider, useKnownNames } from './fields/names.ts';
import { KeptNotice } from './kept-notice.tsx';
import { useKeptText } from './kept-text.ts';
import { editPath, type KindPath, kinds } from './kinds.ts';
import { Presence } from './presence.tsx';
import { Preview } from './preview.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { listProblems } from './problems.ts';
import type { OpenRecord } from './record.ts';
import { Steps } from './steps.tsx';
import { useSaveKeys, useUnsavedGuard } from './unsaved.ts';
import { useIsAwake } from './use-is-awake.ts';
import { useRecord } from './use-record.ts';

interface RecordFormProps {
  path: KindPath;
  /** The record as it was read; null for a new one. */
  record: OpenRecord | null;
  names: KnownNames;
  /** Who writes: text that is not saved is kept for them alone. */
  writer: string;
  /** What a new one begins with, beside what all of its kind do. */
  given?: object;
  /** Whether the form for new ones wrote it a moment ago. */
  isJustWritten?: boolean;
  /** In place of going to the record's page. */
  onSaved?: (saved: { slug: string; record: OpenRecord }) => void;
}

/** The fields of a record, and all that can be done with it. Nothing is lost where something fails. */
export function RecordForm(props: RecordFormProps) {
  const { path, names, writer, given = {}, isJustWritten = false, onSaved } = props;
  const kind = kinds[path];
  const router = useRouter();
  const known = useKnownNames(names);
  const prefix = useFormPrefix();
  const element = useRef<HTMLFormElement>(null);
  const notices = useRef<HTMLDivElement>(null);
  const first = props.record;
  const editing = useRecord({
    kind,
    first,
    blank: { ...kind.blank, ...given },
    isJustWritten,
    onSaved: ({ slug, isNew, record: saved }) => {
      kept.forget();
      if (onSaved) return onSaved({ slug, record: saved });
      if (isNew) router.replace(`${editPath(kind, slug)}?written`);
      else if (slug !== first?.slug) router.replace(editPath(kind, slug));
      router.refresh();
    },
    onDeleted: () => {
      kept.forget();
      router.replace(`/admin/${path}`);
      router.refresh();
    },
  });
  const { form, record, reason, told, isBusy } = editing;
  const { isDirty, errors } = form.formState;
  const kept = useKeptText({ place: `muster ${writer} ${path} ${first?.slug ?? 'new'}`, form, record });
  useUnsavedGuard(isDirty);
  useSaveKeys(element, editing.save);

  useEffect(() => {
    const answer = told?.answer.is;
    if (answer === 'conflict' || answer === 'invalid') notices.current?.scrollIntoView({ block: 'start' });
  }, [told]);

  const Body = bodies[path];
  const conflict = told?.answer.is === 'conflict' ? told.answer : null;
  const asked = told?.answer.is === 'invalid' ? told.answer.problems : [];
  const inFields = listProblems(errors);
  const problems = [
    ...inFields,
    ...asked.filter(({ path: at }) => at === '' || at === 'state' || at === 'reason'),
  ];
  const isAwake = useIsAwake();
  const canWrite = record === null || record.actions.includes('UPDATE');

  function submit(event: SubmitEvent<HTMLFormElement>) {
    // A form in a dialog stands inside another one's tree.
    event.stopPropagation();
    return editing.save(event);
  }

  return (
    <FormProvider {...form}>
      <NamesProvider value={known}>
        <form className={styles.form} onSubmit={submit} ref={element} aria-busy={!isAwake} noValidate>
          <fieldset className={styles.fields} disabled={!isAwake}>
            {record && <Presence kind={kind} slug={record.slug} isEditing={isDirty} />}
            <KeptNotice
              found={kept.found}
              version={first?.version ?? null}
              onTakeUp={({ base, fields }) => {
                kept.takeOver();
                editing.takeUp(base, fields);
              }}
              onThrowAway={kept.throwAway}
            />
            <div ref={notices} className={styles.notices}>
              {conflict && (
                <ConflictNotice
                  key={conflict.currentVersion}
                  conflict={conflict}
                  isWriting={told?.action === 'update'}
                  isBusy={isBusy}
                  onChoose={editing.saveChoices}
                  onReadAgain={editing.readAgain}
                />
              )}
              <ProblemNotice problems={problems} />
            </div>
            <Body isNew={record === null} isSeen={record?.isSeen ?? false} />
            {kind.changesTotals && <Preview kind={kind} form={form} record={record} />}
            <div className={styles.bar}>
              <AnswerNotice kind={kind} told={told} record={record} />
              <div className={styles.field}>
                <label htmlFor={`${prefix}reason`}>Why this change (kept in the history)</label>
                <input
                  id={`${prefix}reason`}
                  value={reason}
                  onChange={(event) => editing.setReason(event.target.value)}
                />
              </div>
              <button type="submit" className={styles.primary} disabled={isBusy || !canWrite}>
                {!kind.hasStates
                  ? 'Save'
                  : record?.state === 'PUBLISHED'
                    ? 'Save and show to readers'
                    : 'Save draft'}
              </button>
              {record && (
                <Steps
                  record={record}
                  isDirty={isDirty}
                  isBusy={isBusy}
                  reason={reason}
                  onTake={editing.take}
                />
              )}
              {!canWrite && record?.state !== 'RETRACTED' && (
                <small>Readers see this record: changing it needs the role REVIEWER.</small>
              )}
            </div>
          </fieldset>
        </form>
      </NamesProvider>
    </FormProvider>
  );
}
