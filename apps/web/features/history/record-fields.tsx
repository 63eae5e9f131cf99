import type { Content } from './diff.ts';
import { fieldWords, sortFields } from './field-words.ts';
import styles from './history.module.css';
import { RecordValue } from './record-value.tsx';

/** All that a record says, field by field. */
export function RecordFields({ content }: { content: Content }) {
  return (
    <dl className={styles.rows}>
      {sortFields(content).map(([field, value]) => (
        <div key={field} className={styles.row}>
          <dt className={styles.field}>{fieldWords(field)}</dt>
          <dd className={styles.value}>
            <RecordValue field={field} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
