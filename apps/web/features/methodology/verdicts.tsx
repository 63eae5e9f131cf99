import type { Verdict } from '@/generated/contract.ts';
import { describeVerdict, verdictMeanings, verdictWords } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { type Examples, findJudged } from './examples.ts';
import styles from './methodology.module.css';

const order: Verdict[] = ['MET', 'BEHIND', 'INDETERMINATE', 'UNREPORTED', 'RUNNING'];

export function Verdicts({ examples: { judged } }: { examples: Examples }) {
  return (
    <>
      <p>
        Each announced or signed promise with a number has a verdict, which compares what is due evenly with
        the reports that speak of that very promise, in the same unit, from its first day. Reports that a
        source links to the promise count in the low; those that an editor inferred count in the high alone.
      </p>
      <dl className={styles.terms}>
        {order.map((verdict) => {
          const example = findJudged(judged, verdict);
          return (
            <div key={verdict}>
              <dt>{verdictWords[verdict]}</dt>
              <dd>{verdictMeanings[verdict]}</dd>
              {example && (
                <dd>
                  Today: <Link href={`/commitments/${example.slug}`}>{example.title}</Link>,{' '}
                  {describeVerdict(example).detail}.
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      <p>
        <b>The silence clock.</b> When a window closes without a report, the record says for how many days
        nobody has spoken. The clock counts from the latest reading of the window’s end. It never says
        “broken”: silence is not failure, and a report may still come.
      </p>
    </>
  );
}
