import { SourceTitle } from '@/features/source/source-title.tsx';
import type { ClaimTellingFragment } from '@/generated/graphql.ts';
import {
  addressOf,
  formatRange,
  formatShortDate,
  formatTold,
  qualifierWords,
  rankWords,
  sourceKindWords,
} from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Words } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import styles from './record.module.css';

interface Row {
  key: string;
  claim: ClaimTellingFragment;
}

/** Every telling of a count, side by side. */
export function ClaimsTable({ claims, known }: { claims: ClaimTellingFragment[]; known: string | null }) {
  const rows = claims.map((claim, i) => ({ key: `${claim.source.slug}-${i}`, claim }));
  const columns: Column<Row>[] = [
    {
      key: 'source',
      label: 'Source',
      width: '31%',
      cell: ({ claim }) => <SourceCell claim={claim} known={known} />,
    },
    {
      key: 'number',
      label: 'Number',
      width: '11%',
      align: 'end',
      cell: ({ claim }) => <NumberCell claim={claim} />,
    },
    { key: 'words', label: 'Words', width: '33%', cell: ({ claim }) => <WordsCell claim={claim} /> },
    {
      key: 'standing',
      label: 'Standing',
      cell: ({ claim }) => <StandingCell claim={claim} isOnly={claims.length === 1} />,
    },
  ];
  return (
    <DataTable
      caption="Tellings of this count"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      rowId={({ key }) => key}
    />
  );
}

function SourceCell({ claim, known }: { claim: ClaimTellingFragment; known: string | null }) {
  const { source, locator } = claim;
  const date = source.publishedOn ? formatShortDate(source.publishedOn) : 'undated';
  return (
    <>
      <Link href={addressOf(`/sources/${source.slug}`, { known })}>
        <SourceTitle source={source} />
      </Link>
      <small>
        {source.publisher} · {sourceKindWords[source.kind]} · {date}
        {locator && <> · {locator}</>}
        {source.url && (
          <>
            {' · '}
            <a href={source.url} rel="noopener noreferrer nofollow" className={styles.original}>
              original<span className="sr-only"> at {source.publisher}</span>
            </a>
          </>
        )}
      </small>
    </>
  );
}

function NumberCell({ claim }: { claim: ClaimTellingFragment }) {
  const { low, high, qualifier } = claim;
  if (low == null || high == null) return <small>no number in it</small>;
  if (qualifier === 'UP_TO') return <b className={styles.told}>{formatTold(claim)}</b>;
  return (
    <>
      <b className={styles.told}>{formatRange({ low, high })}</b>{' '}
      {qualifier && <small>{qualifierWords[qualifier]}</small>}
    </>
  );
}

function WordsCell({ claim }: { claim: ClaimTellingFragment }) {
  if (!claim.fragment) return <span className="muted">words not recorded</span>;
  return <Words text={claim.fragment} language={claim.language} />;
}

function StandingCell({ claim, isOnly }: { claim: ClaimTellingFragment; isOnly: boolean }) {
  const { rank, rankReason, note, source } = claim;
  const lineage = source.derivedFrom ? `retells ${source.derivedFrom.publisher}` : source.derivedFromNote;
  const remarks = [rankReason, note, lineage].filter((remark) => remark);
  return (
    <>
      {rank !== 'NORMAL' && <span>{rankWords[rank]}</span>}
      {remarks.map((remark) => (
        <small key={remark}>{remark}</small>
      ))}
      {rank === 'NORMAL' && remarks.length === 0 && <small>{describeNormal(claim, isOnly)}</small>}
    </>
  );
}

function describeNormal({ low }: ClaimTellingFragment, isOnly: boolean): string {
  if (low == null) return 'tells of it without a number';
  return isOnly ? 'the only telling' : 'counts like the others';
}
