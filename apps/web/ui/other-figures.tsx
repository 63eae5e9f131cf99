import { formatNumber } from '@/text/index.ts';
import styles from './other-figures.module.css';

export interface OtherFigure {
  label: string;
  value: number;
  qualifier?: string | null;
  note?: string | null;
}

/** Numbers printed beside a count or an event that are not people trained, each with how not to misread it. */
export function OtherFigures({ figures }: { figures: OtherFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, qualifier, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={styles.value}>{formatNumber(value)}</dd>
          {qualifier && <dd className={styles.note}>as recorded: {qualifier}</dd>}
          {note && (
            <dd className={styles.note}>
              <b>Mind:</b> {note}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
