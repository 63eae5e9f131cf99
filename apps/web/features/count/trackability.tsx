import type { TrackabilityPartName } from '@/generated/contract.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import styles from './record.module.css';

const partWords: { [part in TrackabilityPartName]: string } = {
  NUMBER: 'A number',
  UNIT: 'A unit of people on which all tellings agree',
  WINDOW: 'A window with both ends',
  RECIPIENTS: 'Recipients named country by country',
  VOICE: 'A voice other than the provider’s',
};

/** What tracking needs, part by part. */
export function TrackabilityList({ parts }: { parts: CountRecordFragment['trackability']['parts'] }) {
  return (
    <ul className={styles.ticks}>
      {parts.map(({ part, present }) => (
        <li key={part} data-present={present}>
          {partWords[part]}
          <span className="sr-only">: {present ? 'there' : 'missing'}</span>
        </li>
      ))}
    </ul>
  );
}
