import { viewPath } from '@/features/overview/view.ts';
import type { ExclusionReason } from '@/generated/contract.ts';
import { addressOf, countOf, countPath, reasonWords } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { Examples } from './examples.ts';
import styles from './methodology.module.css';
import type { Reading } from './queries.ts';

/** In the order in which the API asks. */
const meanings: Record<ExclusionReason, string> = {
  FILTERED:
    'It is by another provider, for other recipients or another audience, under another program, or outside the years.',
  NOT_YET_KNOWN: 'The view shows the record of an earlier day, on which the public could not know it.',
  STATUS: 'An offer or a hope is not yet a promise; one that was turned down or taken back is none any more.',
  MEASURE:
    'Visitors, guests of a meeting, attendances, graduates, degree students, trainers and people in an exercise are not trainees.',
  UNIT: 'Courses are never people; places are people only where the reader says so.',
  NO_QUANTITY: 'Nobody gave a number, and a missing number is not zero.',
  OPEN_WINDOW:
    'A yearly rate without a first and a last day has no total. A report without both cannot be placed in time. A promise without both still counts as promised, though nothing falls due.',
  SUPERSEDED: 'Another count that takes part is known to replace it.',
};
const order = Object.keys(meanings) as ExclusionReason[];

export function LeftOut({ examples: { today, dayBefore } }: { examples: Examples }) {
  return (
    <>
      <p>
        Every total lists the records that it leaves out. Each has one reason: the first of these that holds.
      </p>
      <dl className={styles.terms}>
        {order.map((reason) => (
          <div key={reason} id={`left-out-${reason.toLowerCase().replaceAll('_', '-')}`}>
            <dt>{reasonWords[reason]}</dt>
            <dd>{meanings[reason]}</dd>
            <Case reading={reason === 'NOT_YET_KNOWN' ? dayBefore : today} reason={reason} />
          </div>
        ))}
      </dl>
    </>
  );
}

/** How many records a view leaves out for a reason, and one of them. */
function Case({ reading, reason }: { reading: Reading | null; reason: ExclusionReason }) {
  if (!reading) return null;
  const counts = reading.excluded.filter((excluded) => excluded.reason === reason).map(({ count }) => count);
  const [first] = counts;
  if (!first) return <dd>None in the overview’s own view today.</dd>;
  // On the day of the view nobody could know the record: its link leads to today's.
  const known = reason === 'NOT_YET_KNOWN' ? null : reading.view.known;
  return (
    <dd>
      <Link href={`${viewPath(reading.view)}#left-out`}>{countOf(counts.length, 'record')}</Link>{' '}
      {reading.view.known ? 'in an earlier view' : 'in the overview’s own view today'}, such as{' '}
      <Link href={addressOf(countPath(first), { known })}>{first.title}</Link>
    </dd>
  );
}
