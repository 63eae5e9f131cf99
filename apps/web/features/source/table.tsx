import type { SourceListQuery } from '@/generated/graphql.ts';
import { addressOf, countOf, sourceKindWords } from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { DateText } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import { SourceTitle } from './source-title.tsx';

type Source = SourceListQuery['sources']['nodes'][number];

/** Sources with their date, kind, and how much rests on each. */
export function SourceTable({ sources, known }: { sources: Source[]; known: string | null }) {
  const columns: Column<Source>[] = [
    {
      key: 'title',
      label: 'Title',
      width: '46%',
      cell: (source) => <TitleCell source={source} known={known} />,
    },
    {
      key: 'date',
      label: 'Published',
      width: '12%',
      cell: ({ publishedOn }) => <DateText date={publishedOn} short />,
    },
    { key: 'kind', label: 'Kind', width: '12%', cell: ({ kind }) => sourceKindWords[kind] },
    { key: 'language', label: 'Language', width: '14%', cell: ({ language }) => formatLanguage(language) },
    { key: 'rests', label: 'Rests on it', cell: writeRests },
  ];
  return <DataTable caption="Sources" columns={columns} rows={sources} rowKey={({ slug }) => slug} />;
}

function TitleCell({ source, known }: { source: Source; known: string | null }) {
  const { derivedFrom, derivedFromNote } = source;
  const lineage = derivedFrom ? `retells ${derivedFrom.publisher}` : derivedFromNote;
  return (
    <>
      <Link href={addressOf(`/sources/${source.slug}`, { known })}>
        <SourceTitle source={source} />
      </Link>
      <small>
        {source.publisher}
        {lineage && <> · {lineage}</>}
      </small>
    </>
  );
}

function writeRests({ claims, events }: Source): string {
  const parts = [];
  if (claims.length > 0) parts.push(countOf(claims.length, 'claim'));
  if (events.length > 0) parts.push(countOf(events.length, 'event'));
  return parts.join(', ') || 'nothing';
}
