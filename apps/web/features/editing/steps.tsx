import { ConfirmButton } from '@/features/people/confirm-button.tsx';
import type * as api from '@/generated/contract.ts';
import { actionWords } from './action-words.ts';
import styles from './editing.module.css';
import type { Action } from './mutations.ts';
import type { OpenRecord } from './record.ts';

type Step = Exclude<Action, 'create' | 'update'>;

const steps: [api.RecordAction, Step][] = [
  ['SUBMIT', 'submit'],
  ['PUBLISH', 'publish'],
  ['SEND_BACK', 'sendBack'],
  ['RETRACT', 'retract'],
];

interface StepsProps {
  record: OpenRecord;
  isDirty: boolean;
  isBusy: boolean;
  reason: string;
  onTake: (step: Step) => void;
}

/** What else can be done with the record, by its state and by who one is. */
export function Steps({ record, isDirty, isBusy, reason, onTake }: StepsProps) {
  const { actions, state, isOwn, referrers, title } = record;
  const isMute = reason.trim() === '';
  const offered = steps.filter(([action]) => actions.includes(action));
  const needsReason = offered.some(([action]) => action === 'SEND_BACK' || action === 'RETRACT');
  return (
    <>
      {offered.map(([action, step]) => (
        <button
          key={action}
          type="button"
          className={styles.button}
          disabled={isBusy || isDirty || (isMute && (action === 'SEND_BACK' || action === 'RETRACT'))}
          onClick={() => onTake(step)}
        >
          {actionWords[step]}
        </button>
      ))}
      {actions.includes('DELETE') && referrers.length === 0 && (
        <ConfirmButton
          label={actionWords.delete}
          of={title}
          question="It will be gone; its history stays."
          act={async () => {
            onTake('delete');
            return null;
          }}
        />
      )}
      <small>
        {isDirty && offered.length > 0 && 'Save before you go on. '}
        {needsReason && isMute && !isDirty && 'Sending or taking back needs a reason. '}
        {state === 'IN_REVIEW' &&
          !actions.includes('PUBLISH') &&
          (isOwn ? 'You wrote it: somebody else publishes it.' : 'A reviewer publishes it.')}
        {state === 'RETRACTED' && 'It was taken back: publish it again before changing it.'}
        {actions.includes('DELETE') &&
          referrers.length > 0 &&
          `It cannot be deleted while these refer to it: ${referrers.join(', ')}.`}
      </small>
    </>
  );
}
