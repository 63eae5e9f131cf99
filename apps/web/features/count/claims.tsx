import { SourceTitle } from '@/features/source/source-title.tsx';
import type { ClaimTellingFragment, CountRecordFragment } from '@/generated/graphql.ts';
import {
  addressOf,
  countOf,
  formatDay,
  formatRange,
  formatShortDate,
  formatTold,
  qualifierWords,
  rankWords,
  sourceKindWords,
} from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Words } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import { Permalink } from './permalink.tsx';
import recordStyles from './record.module.css';
import styles from './telling.module.css';
import { countDocuments, groupWitnesses, type Telling, type Witness } from './witnesses.ts';

interface Row extends Telling {
  witness: Witness;
  isFirst: boolean;
}

interface ClaimsTableProps {
  record: CountRecordFragment;
  known: string | null;
  /** The day as of which the record is read. */
  at: string;
}

/** Every telling of a count, side by side; those that go back to one document together, as one witness. */
export function ClaimsTable({ record, known, at }: ClaimsTableProps) {
  const { claims } = record;
  const rows: Row[] = groupWitnesses(claims).flatMap((witness) =>
    witness.tellings.map((telling, index) => ({ ...telling, witness, isFirst: index === 0 })),
  );
  const columns: Column<Row>[] = [
    {
      key: 'source',
      label: 'Source',
      width: '33%',
      cell: (row) => <SourceCell row={row} record={record} known={known} at={at} />,
    },
    {
      key: 'number',
      label: 'Number',
      width: '10%',
      align: 'end',
      cell: ({ claim }) => <NumberCell claim={claim} />,
    },
    { key: 'words', label: 'Words', width: '32%', cell: ({ claim }) => <WordsCell claim={claim} /> },
    {
      key: 'standing',
      label: 'Standing',
      cell: ({ claim }) => <StandingCell claim={claim} isOnly={claims.length === 1} known={known} />,
    },
  ];
  return (
    <DataTable
      caption="Tellings of this count, by witness"
      columns={columns}
      rows={rows}
      rowKey={({ anchor }) => anchor}
      rowId={({ anchor }) => anchor}
    />
  );
}

interface SourceCellProps extends ClaimsTableProps {
  row: Row;
}

function SourceCell({ row, record, known, at }: SourceCellProps) {
  const { claim, witness, isFirst, anchor } = row;
  const { source, locator } = claim;
  const date = source.publishedOn ? formatShortDate(source.publishedOn) : 'undated';
  return (
    <>
      {isFirst && witness.tellings.length > 1 && (
        <span className={styles.witness}>{describeWitness(witness)}</span>
      )}
      <span className={isFirst ? undefined : styles.retelling}>
        <Link href={addressOf(`/sources/${source.slug}`, { known })}>
          <SourceTitle source={source} />
        </Link>
        <small>
          {source.publisher} · {sourceKindWords[source.kind]} · {date}
          {locator && <> · {locator}</>}
          {source.url && (
            <>
              {' · '}
              <a href={source.url} rel="noopener noreferrer nofollow" className={recordStyles.original}>
                original<span className="sr-only"> at {source.publisher}</span>
              </a>
            </>
          )}
          {'\u00a0'}
          <Permalink record={record} at={at} anchor={anchor} to={`this telling by ${source.publisher}`} />
        </small>
      </span>
    </>
  );
}

/** "One witness: AFP, carried by Sino Daily; told in 3 documents". */
function describeWitness(witness: Witness): string {
  const documents = countDocuments(witness);
  const told = documents > 1 ? countOf(documents, 'document') : 'one document, more than once';
  return `One witness: ${witness.name}; told in ${told}`;
}

function NumberCell({ claim }: { claim: ClaimTellingFragment }) {
  const { low, high, qualifier } = claim;
  if (low == null || high == null) return <small>no number in it</small>;
  if (qualifier === 'UP_TO') return <b className={recordStyles.told}>{formatTold(claim)}</b>;
  return (
    <>
      <b className={recordStyles.told}>{formatRange({ low, high })}</b>{' '}
      {qualifier && <small>{qualifierWords[qualifier]}</small>}
    </>
  );
}

function WordsCell({ claim: { fragment, language } }: { claim: ClaimTellingFragment }) {
  if (!fragment) return <span className="muted">words not recorded</span>;
  return (
    <>
      <Words text={fragment} language={language} />
      <small>{formatLanguage(language)}</small>
    </>
  );
}

interface StandingCellProps {
  claim: ClaimTellingFragment;
  isOnly: boolean;
  known: string | null;
}

function StandingCell({ claim, isOnly, known }: StandingCellProps) {
  const { rank, rankReason, note, source } = claim;
  const lineage = source.derivedFrom ? `retells ${source.derivedFrom.publisher}` : source.derivedFromNote;
  // The record is read as known on that day, its tellings as they are on record: those that came later say so.
  const isLater = known !== null && source.publishedOn && source.publishedOn.date > known;
  const after = isLater ? `published after ${formatDay(known)}` : null;
  const remarks = [after, rankReason, note, lineage].filter((remark) => remark);
  return (
    <>
      <span>{rank === 'NORMAL' ? describeNormal(claim, isOnly) : rankWords[rank]}</span>
      {remarks.map((remark) => (
        <small key={remark}>{remark}</small>
      ))}
    </>
  );
}

function describeNormal({ low }: ClaimTellingFragment, isOnly: boolean): string {
  if (low == null) return 'tells of it without a number';
  return isOnly ? 'the only telling' : 'counts like the others';
}
