import { loadList } from '@/api/load-list.ts';
import { addressOf, countOf, sourceKindWords } from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';
import { ViewFiles } from '@/ui/chart-figure/index.ts';
import { Button, FilterBar, FilterField, FilterInput, FilterSelect } from '@/ui/filters.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { Section } from '@/ui/section.tsx';
import { addressOfSources, isFiltered, type SourceView, toVariables, withoutFilters } from './list-view.ts';
import { listSourceLanguages, listSources } from './queries.ts';
import { SourceTable } from './table.tsx';

const sorts = [
  { value: '', label: 'Newest' },
  { value: 'title', label: 'Title' },
  { value: 'publisher', label: 'Publisher' },
];

/** The bibliography: every document that a number or an event rests on. */
export async function Bibliography({ view: asked }: { view: SourceView }) {
  const [{ view, page, refusals }, languages] = await Promise.all([
    loadList(asked, withoutFilters(asked), (view) => listSources(toVariables(view))),
    listSourceLanguages(),
  ]);
  const { totalCount, nodes, pageInfo } = page;
  const { known, refused } = view;
  return (
    <>
      <PageHeader
        title="Sources"
        dek="Every document that a number or an event rests on. A rewrite or mirror is no further witness: one wire on ten pages counts once."
      />
      <KnownNotice known={known} refused={refused} path="/sources" />
      <Refusals sentences={refusals} />
      <SourceFilters view={view} languages={languages} />
      <Section id="list" title={countOf(totalCount, 'source')}>
        {nodes.length > 0 ? (
          <SourceTable sources={nodes} known={known} />
        ) : (
          <Empty>
            No source matches. <Link href={addressOf('/sources', { known })}>Show all</Link>
          </Empty>
        )}
        <Pager
          previous={
            pageInfo.hasPreviousPage
              ? addressOfSources({ ...view, after: null, before: pageInfo.startCursor })
              : null
          }
          next={
            pageInfo.hasNextPage
              ? addressOfSources({ ...view, after: pageInfo.endCursor, before: null })
              : null
          }
        />
        <ViewFiles
          view={{
            page: addressOfSources({ ...view, after: null, before: null }),
            title: 'Sources',
            draw: null,
          }}
        />
      </Section>
    </>
  );
}

function SourceFilters({ view, languages }: { view: SourceView; languages: string[] }) {
  const { kind, language, text, sort, known } = view;
  const kinds = Object.entries(sourceKindWords).map(([value, label]) => ({ value, label }));
  const offered = language && !languages.includes(language) ? [...languages, language] : languages;
  return (
    <>
      <FilterBar action="/sources">
        <FilterField label="Kind">
          <FilterSelect
            name="kind"
            defaultValue={kind ?? ''}
            options={[{ value: '', label: 'All' }, ...kinds]}
          />
        </FilterField>
        <FilterField label="Language">
          <FilterSelect
            name="language"
            defaultValue={language ?? ''}
            options={[
              { value: '', label: 'All' },
              ...offered.map((tag) => ({ value: tag, label: formatLanguage(tag) })),
            ]}
          />
        </FilterField>
        <FilterField label="Order">
          <FilterSelect name="sort" defaultValue={sort === 'date' ? '' : sort} options={sorts} />
        </FilterField>
        <FilterField label="Words">
          <FilterInput
            type="search"
            name="text"
            defaultValue={text ?? ''}
            placeholder="in title or publisher"
            size={18}
          />
        </FilterField>
        {known && <input type="hidden" name="known" value={known} />}
        <Button>Show</Button>
      </FilterBar>
      {isFiltered(view) && (
        <p style={{ paddingTop: 'var(--space-2)' }}>
          <Link href={addressOf('/sources', { known })}>Remove all filters</Link>
        </p>
      )}
    </>
  );
}
