import type { SourceRecordQuery } from '@/generated/graphql.ts';
import { addressOf, countPath, formatTold, formatUnit, rankWords } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Words } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';

type Claim = NonNullable<SourceRecordQuery['source']>['claims'][number];
interface Row {
  key: string;
  claim: Claim;
}

/** Every claim that rests on one document, with its words and the count it tells of. */
export function SourceClaims({ claims, known }: { claims: Claim[]; known: string | null }) {
  const rows = claims.map((claim, i) => ({ key: `${claim.count.slug}-${i}`, claim }));
  const columns: Column<Row>[] = [
    {
      key: 'count',
      label: 'It tells of',
      width: '33%',
      cell: ({ claim }) => <CountCell claim={claim} known={known} />,
    },
    {
      key: 'number',
      label: 'Number',
      width: '13%',
      align: 'end',
      cell: ({ claim }) => <NumberCell claim={claim} />,
    },
    { key: 'words', label: 'Words', width: '32%', cell: ({ claim }) => <WordsCell claim={claim} /> },
    { key: 'standing', label: 'Standing', cell: ({ claim }) => <StandingCell claim={claim} /> },
  ];
  return (
    <DataTable
      caption="Claims that rest on this document"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

function CountCell({ claim: { count }, known }: { claim: Claim; known: string | null }) {
  return (
    <>
      <Link href={addressOf(countPath(count), { known })}>{count.title}</Link>
      <small>{count.__typename === 'Commitment' ? 'commitment' : 'reported total'}</small>
    </>
  );
}

function NumberCell({ claim }: { claim: Claim }) {
  const told = formatTold(claim);
  if (!told) return <small>no number in it</small>;
  return (
    <>
      {told} <small>{formatUnit(claim.count)}</small>
    </>
  );
}

function WordsCell({ claim: { fragment, language, locator } }: { claim: Claim }) {
  return (
    <>
      {fragment ? (
        <Words text={fragment} language={language} />
      ) : (
        <span className="muted">words not recorded</span>
      )}
      {locator && <small>{locator}</small>}
    </>
  );
}

function StandingCell({ claim: { rank, rankReason, note } }: { claim: Claim }) {
  const remarks = [rankReason, note].filter((remark) => remark);
  if (rank === 'NORMAL' && remarks.length === 0) return <small>counts like the others</small>;
  return (
    <>
      {rank !== 'NORMAL' && <span>{rankWords[rank]}</span>}
      {remarks.map((remark) => (
        <small key={remark}>{remark}</small>
      ))}
    </>
  );
}
