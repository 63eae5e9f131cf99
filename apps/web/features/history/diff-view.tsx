import type { FieldDiff, ItemDiff } from './diff.ts';
import { fieldWords } from './field-words.ts';
import styles from './history.module.css';
import { RecordValue } from './record-value.tsx';
import { shortenParts, type TextPart } from './text-diff.ts';

interface DiffViewProps {
  fields: readonly FieldDiff[];
  /** Whether these are fields of an item or of another field. */
  isInner?: boolean;
}

/** The fields that a change wrote, each before and after. */
export function DiffView({ fields, isInner = false }: DiffViewProps) {
  return (
    <dl className={styles.rows}>
      {fields.map((diff) => (
        <div key={diff.field} className={isInner ? styles.inner : styles.row}>
          <dt className={styles.field}>{fieldWords(diff.field)}</dt>
          <dd className={styles.value}>
            <FieldChange diff={diff} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldChange({ diff }: { diff: FieldDiff }) {
  switch (diff.is) {
    case 'text':
      return <TextChange parts={diff.parts} />;
    case 'fields':
      return <DiffView fields={diff.fields} isInner />;
    case 'items':
      return <ItemChanges {...diff} />;
    case 'value':
      return (
        <div className={styles.pair}>
          <del className={styles.side}>
            <Sign is="removed" words="before" />
            <div className={styles.said}>
              <RecordValue field={diff.field} value={diff.before} />
            </div>
          </del>
          <ins className={styles.side}>
            <Sign is="added" words="after" />
            <div className={styles.said}>
              <RecordValue field={diff.field} value={diff.after} />
            </div>
          </ins>
        </div>
      );
  }
}

/** What is read out, and seen without colour. */
function Sign({ is, words }: { is: 'removed' | 'added'; words: string }) {
  return (
    <span className={styles.sign}>
      <span aria-hidden="true">{is === 'removed' ? '−' : '+'}</span>
      <span className="sr-only">{`${words}: `}</span>
    </span>
  );
}

function TextChange({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className={styles.running}>
      {shortenParts(parts).map(({ is, text }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces of one text, in its order
        if (is === 'same') return <span key={index}>{text}</span>;
        const Tag = is === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={index}>
            <span className="sr-only">{`[${is}: `}</span>
            {text}
            <span className="sr-only">]</span>
          </Tag>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces of one text, in its order
      })}
    </p>
  );
}

interface ItemChangesProps {
  field: string;
  items: readonly ItemDiff[];
  unchanged: number;
  isReordered: boolean;
}

function ItemChanges({ field, items, unchanged, isReordered }: ItemChangesProps) {
  const others = [
    unchanged > 0 && items.length > 0 && `${unchanged} unchanged`,
    isReordered && 'in another order',
  ].filter(Boolean);
  return (
    <>
      <ul className={styles.changes}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items may be alike, and stay where they are
          <li key={index}>
            <ItemChange field={field} diff={item} />
          </li>
        ))}
      </ul>
      {others.length > 0 && <small>{others.join(', ')}</small>}
    </>
  );
}

function ItemChange({ field, diff }: { field: string; diff: ItemDiff }) {
  if (diff.is === 'changed') {
    return (
      <>
        {diff.name}
        <DiffView fields={diff.fields} isInner />
      </>
    );
  }
  const Tag = diff.is === 'removed' ? 'del' : 'ins';
  return (
    <Tag className={styles.side}>
      <Sign is={diff.is} words={diff.is} />
      <div className={styles.said}>
        <RecordValue field={field} value={diff.item} />
      </div>
    </Tag>
  );
}
