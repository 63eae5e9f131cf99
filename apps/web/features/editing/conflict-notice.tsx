'use client';

import { useState } from 'react';
import { fieldWords } from '@/features/history/field-words.ts';
import { RecordValue } from '@/features/history/record-value.tsx';
import { formatInstant } from '@/text/index.ts';
import { Notice } from '@/ui/notice.tsx';
import styles from './editing.module.css';
import type { Conflict, FieldConflict } from './mutations.ts';

interface ConflictNoticeProps {
  conflict: Conflict;
  isWriting: boolean;
  isBusy: boolean;
  /** Fields of which theirs is taken. */
  onChoose: (takeTheirs: ReadonlySet<string>) => void;
  onReadAgain: () => void;
}

/** Somebody else was faster: what was read, what they wrote and what stands in the form, and the choice between them. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { conflict, isWriting, isBusy, onChoose, onReadAgain } = props;
  const { changedBy, changedAt, currentVersion, fields } = conflict;
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<string>>(new Set());
  const disputed = fields.filter(({ mine }) => mine !== null);
  const moved = fields.find(({ field }) => field === 'state');

  function choose(field: string, isTheirs: boolean) {
    const chosen = new Set(takeTheirs);
    if (isTheirs) chosen.add(field);
    else chosen.delete(field);
    setTakeTheirs(chosen);
  }

  return (
    <Notice tone="error">
      <p>
        {`${changedBy} changed the record to version ${currentVersion}${changedAt ? ` on ${formatInstant(changedAt)}` : ''}, after you had opened it. `}
        {isWriting ? 'Your text is still here and was not written.' : 'Nothing was done.'}
      </p>
      {isWriting && disputed.length > 0 && (
        <p>You both changed what follows. Choose for each; all that only one of you changed stays.</p>
      )}
      {!isWriting && fields.length > 0 && <p>This is new since you read it:</p>}
      {fields.map((field) => (
        <FieldChoice
          key={field.field}
          conflict={field}
          isTheirs={takeTheirs.has(field.field)}
          onChoose={(isTheirs) => choose(field.field, isTheirs)}
        />
      ))}
      <p>
        {isWriting && (
          <button
            type="button"
            className={styles.primary}
            disabled={isBusy}
            onClick={() => onChoose(takeTheirs)}
          >
            {moved ? 'Save all the same' : disputed.length > 0 ? 'Save these choices' : 'Save mine over it'}
          </button>
        )}{' '}
        <button type="button" className={styles.button} disabled={isBusy} onClick={onReadAgain}>
          {isWriting ? 'Give mine up and see theirs' : `Open version ${currentVersion}`}
        </button>
      </p>
    </Notice>
  );
}

interface FieldChoiceProps {
  conflict: FieldConflict;
  isTheirs: boolean;
  onChoose: (isTheirs: boolean) => void;
}

function FieldChoice({ conflict, isTheirs, onChoose }: FieldChoiceProps) {
  const { field, original, theirs, mine } = conflict;
  return (
    <fieldset className={styles.conflict}>
      <legend>{fieldWords(field)}</legend>
      <div>
        <strong>When you opened it</strong>
        <JsonValue field={field} json={original} />
      </div>
      <div>
        <Side field={field} label="Theirs" isChosen={isTheirs} onChoose={mine && (() => onChoose(true))} />
        <JsonValue field={field} json={theirs} />
      </div>
      {mine !== null && (
        <div>
          <Side field={field} label="Mine" isChosen={!isTheirs} onChoose={() => onChoose(false)} />
          <JsonValue field={field} json={mine} />
        </div>
      )}
    </fieldset>
  );
}

interface SideProps {
  field: string;
  label: string;
  isChosen: boolean;
  /** Null where there is nothing to choose. */
  onChoose: (() => void) | null | '';
}

function Side({ field, label, isChosen, onChoose }: SideProps) {
  if (!onChoose) return <strong>{label}</strong>;
  return (
    <label>
      <input type="radio" name={`side-${field}`} checked={isChosen} onChange={onChoose} />
      <strong>{label}</strong>
    </label>
  );
}

const JsonValue = ({ field, json }: { field: string; json: string }) => (
  <RecordValue field={field} value={JSON.parse(json)} />
);
