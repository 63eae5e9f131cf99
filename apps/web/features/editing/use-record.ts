import { mergeEdits } from '@muster/schema/rules';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { Fields } from './codec.ts';
import { EditableRecordDocument } from './documents.ts';
import { readInput, writeFields } from './input.ts';
import type { Kind } from './kinds.ts';
import { type Action, type Answer, askMutation } from './mutations.ts';
import { createResolver, sayInWords } from './problems.ts';
import { type OpenRecord, openRecord } from './record.ts';

export interface Told {
  action: Action;
  answer: Answer;
}

interface RecordOptions {
  kind: Kind;
  /** The record as it was read; null for a new one. */
  first: OpenRecord | null;
  /** What a new one begins with. */
  blank: object;
  /** Whether the form for new ones wrote it a moment ago. */
  isJustWritten: boolean;
  onSaved: (saved: { slug: string; isNew: boolean; record: OpenRecord }) => void;
  onDeleted: () => void;
}

/** A record that is open in a form: what was read, what stands in the form, and what can be done with it. */
export function useRecord(options: RecordOptions) {
  const { kind, first, blank, isJustWritten, onSaved, onDeleted } = options;
  const [record, setRecord] = useState(first);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState<Told | null>(
    isJustWritten && first
      ? { action: 'create', answer: { is: 'saved', slug: first.slug, version: first.version } }
      : null,
  );
  const [isBusy, setIsBusy] = useState(false);
  const form = useForm<Fields>({
    defaultValues: writeFields(kind, first?.input ?? blank),
    resolver: createResolver(kind),
  });

  async function settle(action: Action, ask: Promise<Answer>) {
    setIsBusy(true);
    const answer = await ask;
    if (answer.is === 'invalid') {
      for (const { path, message } of answer.problems) {
        if (path) form.setError(path, { message: sayInWords(message) });
      }
    }
    if (answer.is === 'deleted') return onDeleted();
    if (answer.is === 'saved') {
      const now = await findNow(kind, answer.slug).catch(() => null);
      if (now) {
        setRecord(now);
        form.reset(writeFields(kind, now.input));
        onSaved({ slug: answer.slug, isNew: record === null, record: now });
      }
      setReason('');
    }
    setTold({ action, answer });
    setIsBusy(false);
  }

  const write = (input: object, base: OpenRecord | null) =>
    base
      ? askMutation(kind, 'update', { slug: base.slug, version: base.version, input, reason })
      : askMutation(kind, 'create', { input, reason });

  const save = form.handleSubmit((fields) =>
    settle(record ? 'update' : 'create', write(readInput(kind, fields), record)),
  );

  function take(action: Exclude<Action, 'create' | 'update'>) {
    if (!record) return;
    const { slug, version } = record;
    void settle(action, askMutation(kind, action, { slug, version, reason }));
  }

  /** What stands now; null, and told, where the server does not answer. Meanwhile nothing else can be done. */
  async function lookAgain(): Promise<OpenRecord | null> {
    if (!record) return null;
    setIsBusy(true);
    const now = await findNow(kind, record.slug).catch(() => null);
    setIsBusy(false);
    const message = 'The record cannot be read now. Your text is still here; try again.';
    if (!now) setTold({ action: 'update', answer: { is: 'refused', message } });
    return now;
  }

  /** Puts theirs and mine together, with the chosen side of each field that both changed, and saves it over theirs. */
  async function saveChoices(takeTheirs: ReadonlySet<string>) {
    const theirs = await lookAgain();
    if (!record || !theirs) return;
    const mine = readInput(kind, form.getValues());
    const { merged, conflicts } = mergeEdits(record.input, theirs.input, mine);
    const chosen = conflicts.map(({ field }) => [
      field,
      (takeTheirs.has(field) ? theirs.input : mine)[field],
    ]);
    const whole = { ...merged, ...Object.fromEntries(chosen) };
    setRecord(theirs);
    form.reset(writeFields(kind, theirs.input));
    form.reset(writeFields(kind, whole), { keepDefaultValues: true });
    await settle('update', write(whole, theirs));
  }

  /** Shows what stands now; what was in the form is given up. */
  async function readAgain() {
    const now = await lookAgain();
    if (!now) return;
    setRecord(now);
    setTold(null);
    form.reset(writeFields(kind, now.input));
  }

  /** Puts text of an earlier visit into the form, as a change of what was read then. */
  function takeUp(base: OpenRecord | null, fields: Fields) {
    setRecord(base);
    form.reset(writeFields(kind, base?.input ?? blank));
    form.reset(fields, { keepDefaultValues: true });
  }

  return {
    ...{ form, record, reason, setReason, told, isBusy },
    ...{ save, take, saveChoices, readAgain, takeUp },
  };
}

async function findNow({ entity }: Kind, slug: string): Promise<OpenRecord | null> {
  const { editableRecord } = await queryFromBrowser(EditableRecordDocument, { entity, slug });
  return editableRecord && openRecord(editableRecord);
}
