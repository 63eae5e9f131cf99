import { addressOf, audienceWords, verdictWords, voiceWords } from '@/text/index.ts';
import { Button, FilterBar, FilterField, FilterInput, FilterSelect, type Option } from '@/ui/filters.tsx';
import { Link } from '@/ui/link.tsx';
import { isFiltered, type ListView } from './list-view.ts';

interface Named {
  slug: string;
  name: string;
}

interface ListFiltersProps {
  view: ListView;
  providers: Named[];
  programs: Named[];
}

/** Filters of a list of counts, as a form that works without script. */
export function ListFilters({ view, providers, programs }: ListFiltersProps) {
  const { path, provider, program, audience, voice, verdict, text, known, sort, direction } = view;
  return (
    <>
      <FilterBar action={path}>
        <FilterField label="Provider">
          <FilterSelect
            name="provider"
            defaultValue={provider ?? ''}
            options={toOptions('Everyone', providers)}
          />
        </FilterField>
        <FilterField label="Program">
          <FilterSelect
            name="program"
            style={{ maxWidth: '14rem' }}
            defaultValue={program ?? ''}
            options={toOptions('All', programs)}
          />
        </FilterField>
        <FilterField label="Who is trained">
          <FilterSelect name="audience" defaultValue={audience ?? ''} options={audienceOptions} />
        </FilterField>
        <FilterField label="Told">
          <FilterSelect name="voice" defaultValue={voice ?? ''} options={voiceOptions} />
        </FilterField>
        {path === '/commitments' && (
          <FilterField label="Verdict">
            <FilterSelect name="verdict" defaultValue={verdict ?? ''} options={verdictOptions} />
          </FilterField>
        )}
        <FilterField label="Words">
          <FilterInput type="search" name="text" defaultValue={text ?? ''} placeholder="any" size={14} />
        </FilterField>
        {known && <input type="hidden" name="known" value={known} />}
        {sort !== 'stated' && <input type="hidden" name="sort" value={sort} />}
        {sort !== 'stated' && <input type="hidden" name="dir" value={direction.toLowerCase()} />}
        <Button>Show</Button>
      </FilterBar>
      {isFiltered(view) && (
        <p style={{ paddingTop: 'var(--space-2)' }}>
          <Link href={addressOf(path, { known })}>Remove all filters</Link>
        </p>
      )}
    </>
  );
}

const audienceOptions: Option[] = [
  { value: '', label: 'All' },
  ...Object.entries(audienceWords).map(([value, label]) => ({ value, label })),
];

const voiceOptions: Option[] = [
  { value: '', label: 'by anybody' },
  { value: 'others', label: 'by others than the provider' },
  ...Object.entries(voiceWords).map(([value, label]) => ({ value, label })),
];

const verdictOptions: Option[] = [
  { value: '', label: 'Any' },
  ...Object.entries(verdictWords).map(([value, label]) => ({ value, label })),
];

function toOptions(all: string, named: Named[]): Option[] {
  return [{ value: '', label: all }, ...named.map(({ slug, name }) => ({ value: slug, label: name }))];
}
