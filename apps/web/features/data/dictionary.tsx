import { countOf } from '@/text/index.ts';
import styles from './data.module.css';

export interface DictionaryItem {
  name: string;
  /** Sentences; names of others stand between backticks. */
  description: string;
  /** What follows in a quieter voice: type and unit. */
  aside?: string;
}

interface DictionaryProps {
  title: string;
  address: string;
  /** What an item is: “column”. */
  noun: string;
  items: DictionaryItem[];
}

/** What each of several names means; folded until somebody asks. */
export function Dictionary({ title, address, noun, items }: DictionaryProps) {
  return (
    <details className={styles.dictionary}>
      <summary>
        {title}{' '}
        <span className="muted">
          {address} · {countOf(items.length, noun)}
        </span>
      </summary>
      <dl>
        {items.map(({ name, description, aside }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
              {aside && <small>{aside}</small>}
            </dt>
            <dd>
              <Description text={description} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Description({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move.
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}
