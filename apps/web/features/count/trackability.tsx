import type { TrackabilityPartName } from '@/generated/contract.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { addressOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './record.module.css';

type Parts = CountRecordFragment['trackability']['parts'];

const partWords: { [part in TrackabilityPartName]: string } = {
  NUMBER: 'A number',
  UNIT: 'A unit of people on which all tellings agree',
  WINDOW: 'A window with both ends',
  RECIPIENTS: 'Recipients named country by country',
  VOICE: 'A voice other than the provider’s',
};

const missingWords: { [part in TrackabilityPartName]: string } = {
  NUMBER: 'a number',
  UNIT: 'a unit of people on which all tellings agree',
  WINDOW: 'one or both ends of the window',
  RECIPIENTS: 'the recipients by name',
  VOICE: 'a voice other than the provider’s',
};

/** "Missing: the recipients by name; a voice other than the provider’s." */
export function writeMissing(parts: Parts): string {
  const missing = parts.filter(({ present }) => !present).map(({ part }) => missingWords[part]);
  return missing.length > 0 ? `Missing: ${missing.join('; ')}.` : 'Nothing that tracking needs is missing.';
}

/** What tracking needs, part by part, and what of it is missing. */
export function TrackabilityList({ parts, known }: { parts: Parts; known: string | null }) {
  return (
    <>
      <p>{writeMissing(parts)}</p>
      <ul className={styles.ticks}>
        {parts.map(({ part, present }) => (
          <li key={part} data-present={present}>
            {partWords[part]}
            <span className="sr-only">: {present ? 'there' : 'missing'}</span>
          </li>
        ))}
      </ul>
      <p className={styles.aside}>
        <Link href={`${addressOf('/methodology', { known })}#trackability`}>What each part asks for</Link>
      </p>
    </>
  );
}
