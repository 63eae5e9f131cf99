import styles from './import.module.css';
import type { ImportRow } from './job.ts';

const LONGEST = 400;

/** What the check says of a row: its mistakes, what it would change, how it was read. */
export function RowFinding({
  row: { problems, changes, before, record, readings, alike },
}: {
  row: ImportRow;
}) {
  return (
    <div className={styles.finding}>
      {problems?.map(({ field, message }) => (
        <p key={`${field} ${message}`}>
          {field && <b>{`${field}: `}</b>}
          {message}
        </p>
      ))}
      {alike && <p>{`Looks like ${alike.join(', ')}.`}</p>}
      {changes?.map((field) => (
        <p key={field}>
          <b>{`${field}: `}</b>
          <del>{write(before?.[field])}</del> <ins>{write(record?.[field])}</ins>
        </p>
      ))}
      {readings && (
        <details>
          <summary>How it was read</summary>
          <ul>
            {readings.map(({ field, given, read }) => (
              <li key={field}>{`${field}: “${given}” is ${read}`}</li>
            ))}
          </ul>
        </details>
      )}
      {!problems && !alike && !changes && !readings && <p>Nothing to say.</p>}
    </div>
  );
}

function write(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
