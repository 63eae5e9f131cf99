import { fieldWords, sortFields } from './field-words.ts';
import styles from './record-value.module.css';
import { findText, isNothing, isObject } from './value-text.ts';

interface RecordValueProps {
  /** Name of the field in the record's input: the same word means other things in other fields. */
  field: string;
  /** What it says, as the input has it: text, a number, a list, an object, null. */
  value: unknown;
}

/** What a field of a record says, for people. */
export function RecordValue({ field, value }: RecordValueProps) {
  const text = findText(field, value);
  if (text !== null) {
    return <span className={isNothing(value) ? 'muted' : styles.text}>{text}</span>;
  }
  if (Array.isArray(value)) return <ItemList field={field} items={value} />;
  return isObject(value) ? <Fields value={value} /> : null;
}

function ItemList({ field, items }: { field: string; items: readonly unknown[] }) {
  return (
    <ul className={styles.items}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items may be alike, and stay where they are
        <li key={index}>
          <RecordValue field={field} value={item} />
        </li>
      ))}
    </ul>
  );
}

/** The fields that say something; one alone stands without its name. */
function Fields({ value }: { value: Record<string, unknown> }) {
  const told = sortFields(value).filter(([, part]) => !isNothing(part));
  const [only] = told;
  if (!only) return <span className="muted">nothing</span>;
  if (told.length === 1) return <RecordValue field={only[0]} value={only[1]} />;
  return (
    <dl className={styles.fields}>
      {told.map(([name, part]) => (
        <div key={name}>
          <dt>{fieldWords(name)}</dt>
          <dd>
            <RecordValue field={name} value={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
