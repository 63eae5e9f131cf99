'use client';

import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { actionWords } from '@/features/editing/action-words.ts';
import editing from '@/features/editing/editing.module.css';
import { type Kind, type KindPath, kinds } from '@/features/editing/kinds.ts';
import { askMutation } from '@/features/editing/mutations.ts';
import type { Viewer } from '@/features/session/viewer.ts';
import { countOf } from '@/text/number.ts';
import { Notice } from '@/ui/notice.tsx';
import {
  type BulkAction,
  type BulkRow,
  bulkWords,
  findBulkRefusal,
  planBulk,
  type Standing,
} from './bulk.ts';
import styles from './records.module.css';
import { findStandings } from './standings.ts';

interface BulkDialogProps {
  path: KindPath;
  action: BulkAction;
  rows: readonly BulkRow[];
  role: Viewer['role'];
  /** With the keys of the records to which it was done. */
  onClose: (done: readonly string[]) => void;
}

/** What came of a record so far; null: done. */
type Outcomes = ReadonlyMap<string, string | null>;

/** What will be done and what cannot be, before anything is; then how far it is, record by record. */
export function BulkDialog({ path, action, rows, role, onClose }: BulkDialogProps) {
  const kind = kinds[path];
  const words = bulkWords[action];
  const dialog = useRef<HTMLDialogElement>(null);
  const isStopped = useRef(false);
  const id = useId();
  const [known, setKnown] = useState<{ standings: ReadonlyMap<string, Standing> | null } | null>(null);
  const [phase, setPhase] = useState<'asking' | 'running' | 'over'>('asking');
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [isMute, setIsMute] = useState(false);
  // The page behind may be read anew meanwhile; this is about what was chosen.
  const [chosen] = useState(rows);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    let isCurrent = true;
    const tell = (standings: ReadonlyMap<string, Standing> | null) => isCurrent && setKnown({ standings });
    findStandings(kind, chosen).then(tell, () => tell(null));
    return () => {
      isCurrent = false;
    };
  }, [kind, chosen]);

  const { will, cannot } = planBulk(action, chosen, role, known?.standings ?? null);
  const done = [...outcomes].filter(([, refusal]) => refusal === null).map(([key]) => key);

  async function run(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    setIsMute(words.needsReason && reason === '');
    if (words.needsReason && reason === '') return document.getElementById(`${id}-reason`)?.focus();
    setPhase('running');
    for (const { key, version } of will) {
      if (isStopped.current) break;
      const answer = await askMutation(kind, action, { slug: key, version, reason });
      setOutcomes((before) => new Map(before).set(key, findBulkRefusal(answer)));
    }
    setPhase('over');
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => phase === 'running' && event.preventDefault()}
      onClose={() => onClose(done)}
    >
      <form method="dialog" onSubmit={run} noValidate>
        <h2 id={`${id}-title`}>{writeTitle(action, kind, will.length, chosen.length)}</h2>
        {phase === 'asking' && !known && <p role="status">Looking at each as it stands now …</p>}
        {phase === 'asking' && known && (
          <>
            {known.standings === null && (
              <Notice tone="error">
                The server could not be asked how they stand now; this goes by the page alone.
              </Notice>
            )}
            {will.length > 0 && <p>{words.effect}</p>}
          </>
        )}
        {(known || phase !== 'asking') && will.length > 0 && (
          <ol className={styles.plan} aria-label={`Will be ${words.done}`}>
            {will.map(({ key, title }) => (
              <li key={key}>
                {title}
                <Outcome refusal={outcomes.get(key)} done={words.done} phase={phase} />
              </li>
            ))}
          </ol>
        )}
        {known && cannot.length > 0 && (
          <>
            <h3>{`Left as ${cannot.length === 1 ? 'it is' : 'they are'}`}</h3>
            <ul className={styles.plan}>
              {cannot.map(({ row, why }) => (
                <li key={row.key}>
                  {row.title}
                  <small>{why}</small>
                </li>
              ))}
            </ul>
          </>
        )}
        {phase === 'asking' && known && will.length > 0 && (
          <div className={editing.field}>
            <label htmlFor={`${id}-reason`}>
              {words.needsReason ? 'Why' : 'Why (may be left empty)'}, kept in the history
            </label>
            <input
              id={`${id}-reason`}
              name="reason"
              maxLength={1000}
              autoComplete="off"
              aria-invalid={isMute || undefined}
              aria-describedby={isMute ? `${id}-mute` : undefined}
            />
            {isMute && (
              <small id={`${id}-mute`} className={editing.problem} role="alert">
                Say why: this needs a reason.
              </small>
            )}
          </div>
        )}
        {phase !== 'asking' && (
          <div className={styles.progress}>
            <progress value={outcomes.size} max={will.length} aria-label="How far it is" />
            <p role="status">
              {writeProgress(action, kind, { outcomes, done: done.length, of: will.length })}
            </p>
          </div>
        )}
        <p className={styles.buttons}>
          {phase === 'asking' && will.length > 0 && (
            <button type="submit" className={editing.primary} disabled={!known}>
              {actionWords[action]} {countOf(will.length, kind.noun, kind.plural)}
            </button>
          )}
          {phase === 'running' ? (
            <button
              type="button"
              className={editing.button}
              onClick={() => {
                isStopped.current = true;
              }}
            >
              Stop after this one
            </button>
          ) : (
            <button type="button" className={editing.button} onClick={() => dialog.current?.close()}>
              {phase === 'over' ? 'Close' : 'Leave all as they are'}
            </button>
          )}
        </p>
      </form>
    </dialog>
  );
}

interface OutcomeProps {
  refusal: string | null | undefined;
  done: string;
  phase: 'asking' | 'running' | 'over';
}

function Outcome({ refusal, done, phase }: OutcomeProps) {
  if (phase === 'asking') return null;
  if (refusal === undefined) return <small>{phase === 'running' ? 'waits' : 'not done'}</small>;
  if (refusal === null) return <small>{`✓ ${done}`}</small>;
  return <small className={editing.problem}>{`Refused: ${refusal}`}</small>;
}

function writeTitle(action: BulkAction, { noun, plural }: Kind, will: number, of: number): string {
  const button = actionWords[action];
  if (will === of) return `${button}: ${countOf(of, noun, plural)}`;
  return `${button}: ${will} of ${countOf(of, noun, plural)}`;
}

interface Progress {
  outcomes: Outcomes;
  done: number;
  of: number;
}

function writeProgress(action: BulkAction, { noun, plural }: Kind, { outcomes, done, of }: Progress): string {
  const told = `${countOf(done, noun, plural)} ${bulkWords[action].done}`;
  const refused = outcomes.size - done;
  const waiting = of - outcomes.size;
  return [told, refused > 0 && `${refused} refused`, waiting > 0 && `${waiting} left`]
    .filter(Boolean)
    .join(', ');
}
