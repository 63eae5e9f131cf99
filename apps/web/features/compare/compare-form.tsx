import { audienceParam } from '@/features/totals/reading.ts';
import { Button, FilterBar, FilterField, FilterSelect } from '@/ui/filters.tsx';
import { Link } from '@/ui/link.tsx';
import styles from './compare.module.css';
import type { Comparison } from './find-comparison.ts';
import { kindWords } from './sentences.ts';
import { comparePath, type Kind, most } from './view.ts';

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

/** What is compared, as a GET form: one field more than is chosen, until there are six. */
export function CompareForm({ comparison: { view, options } }: { comparison: Comparison }) {
  const { by, ids, known, audience } = view;
  const fields = Math.min(most, Math.max(2, ids.length + 1));
  return (
    <>
      <nav aria-label="What to compare" className={styles.kinds}>
        {(Object.keys(kindWords) as Kind[]).map((kind) => (
          <Link
            key={kind}
            href={comparePath({ by: kind, ids: [], known, audience })}
            aria-current={kind === by ? 'true' : undefined}
          >
            {kindWords[kind].label}
          </Link>
        ))}
      </nav>
      <FilterBar action="/compare" aria-label="What to compare, by name">
        {by !== 'provider' && <input type="hidden" name="by" value={by} />}
        {ordinals.slice(0, fields).map((label, i) => (
          <FilterField key={label} label={label}>
            <FilterSelect
              name="with"
              className={styles.choice}
              defaultValue={ids[i] ?? ''}
              options={[{ value: '', label: i < 2 ? 'Choose' : 'Nothing more' }, ...options]}
            />
          </FilterField>
        ))}
        <FilterField label="Who is trained">
          <FilterSelect
            name="audience"
            defaultValue={audienceParam(audience) ?? ''}
            options={[
              { value: '', label: 'Police, security' },
              { value: 'all', label: 'All' },
            ]}
          />
        </FilterField>
        {known && <input type="hidden" name="known" value={known} />}
        <Button>Compare</Button>
      </FilterBar>
    </>
  );
}
