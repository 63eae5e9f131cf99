import { addressOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './overview.module.css';
import type { View } from './view.ts';

/** Where the questions lead that the chart raises, about the same provider and day. */
export function Questions({ view }: { view: View }) {
  const { provider, program, known } = view;
  const of = { provider, program, known };
  const questions = [
    [
      'Which promises closed in silence?',
      addressOf('/commitments', { ...of, verdict: 'UNREPORTED', sort: 'quantity' }),
    ],
    ['Who else confirms any of it?', addressOf('/reported', { ...of, voice: 'others' })],
    ['Where were they from?', addressOf('/map', { provider: provider ?? 'any', program, known })],
    ['What was known before, and since when?', addressOf('/changes', { since: known ?? '2022-12-31' })],
  ] as const;
  return (
    <nav aria-label="Questions that this raises" className={styles.questions}>
      <ul className="plain">
        {questions.map(([question, href]) => (
          <li key={question}>
            <Link href={href}>{question}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
