import { SourceTitle } from '@/features/source/source-title.tsx';
import { writeSourceLine } from '@/features/source/words.ts';
import { addressOf } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Words } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import type { EventRecord } from './record.tsx';

interface Row {
  key: string;
  telling: EventRecord['sources'][number];
}

/** The documents that tell of an event, with their words. */
export function EventSources({ sources, known }: { sources: EventRecord['sources']; known: string | null }) {
  const rows = sources.map((telling, i) => ({ key: `${telling.source.slug}-${i}`, telling }));
  const columns: Column<Row>[] = [
    {
      key: 'source',
      label: 'Source',
      width: '36%',
      cell: ({ telling }) => <SourceCell telling={telling} known={known} />,
    },
    { key: 'words', label: 'Words', width: '40%', cell: ({ telling }) => <WordsCell telling={telling} /> },
    { key: 'note', label: 'Remarks', cell: ({ telling }) => <small>{telling.note ?? 'none'}</small> },
  ];
  return (
    <DataTable caption="Sources of this event" columns={columns} rows={rows} rowKey={({ key }) => key} />
  );
}

function SourceCell({ telling: { source }, known }: { telling: Row['telling']; known: string | null }) {
  return (
    <>
      <Link href={addressOf(`/sources/${source.slug}`, { known })}>
        <SourceTitle source={source} />
      </Link>
      <small>
        {source.publisher} · {writeSourceLine(source)}
      </small>
    </>
  );
}

function WordsCell({ telling: { fragment, language } }: { telling: Row['telling'] }) {
  if (!fragment) return <span className="muted">words not recorded</span>;
  return <Words text={fragment} language={language} />;
}
