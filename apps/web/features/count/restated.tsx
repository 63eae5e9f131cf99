import { addressOf, countPath, formatCount, formatCountWindow, formatDate, formatDay } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { Step } from './restatements.ts';
import styles from './telling.module.css';

/** When it was first said, and what was made of it: each time with its date, number and address. */
export function Restated({ steps, known }: { steps: Step[]; known: string | null }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.count.slug} aria-current={step.isThis ? 'true' : undefined}>
          <p className={styles.when}>
            {index === steps.length - 1 && index > 0 && <b>Now. </b>}
            {step.how}
            <small>{writeDay(step)}</small>
          </p>
          <p className={styles.what}>
            <span className={step.count.__typename === 'Commitment' ? 'commit' : 'report'}>
              {formatCount(step.count)}
            </span>
            <small>
              {step.isThis ? (
                'this record'
              ) : (
                <Link href={addressOf(countPath(step.count), { known })}>{step.count.title}</Link>
              )}
              {' · '}
              {formatCountWindow(step.count)}
              {step.isInferred && ' · inferred, no source says so'}
            </small>
          </p>
        </li>
      ))}
    </ol>
  );
}

function writeDay({ count: { statedOn, knownOn } }: Step): string {
  return statedOn ? formatDate(statedOn) : `undated; known by ${formatDay(knownOn)}`;
}
