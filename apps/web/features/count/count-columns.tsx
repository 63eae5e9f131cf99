import type { ReactNode } from 'react';
import { spanWindows, type TrackDomain, WindowTrack } from '@/charts/window-track/index.ts';
import type { CountLineFragment } from '@/generated/graphql.ts';
import {
  addressOf,
  countPath,
  formatAmount,
  formatCountWindow,
  formatRecipients,
  formatUnitAndRate,
} from '@/text/index.ts';
import type { Column } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { type ListView, sortAddress, sortedBy } from './list-view.ts';
import { ProviderLinks } from './provider-links.tsx';

interface CountColumnsOptions<Row> {
  /** What a row is called: the first column's head. */
  name: string;
  rows: readonly Row[];
  /** The day on which the record is read. */
  at: string;
  known: string | null;
  /** With it, heads of columns sort. */
  view?: ListView;
  /** The line of time; default: whole years around these rows. */
  domain?: TrackDomain;
  last: { label: string; cell: (row: Row) => ReactNode };
}

/** The columns of a table of counts: what, how many, when, for whom, and a last one of the caller's. */
export function countColumns<Row extends CountLineFragment>(
  options: CountColumnsOptions<Row>,
): Column<Row>[] {
  const { name, rows, at, known, view, last } = options;
  const domain = options.domain ?? spanRows(rows, at);
  const sorting = (sort: Parameters<typeof sortAddress>[1]) =>
    view && { sortHref: sortAddress(view, sort), sorted: sortedBy(view, sort) };
  return [
    {
      key: 'title',
      label: name,
      width: '30%',
      cell: (row) => <TitleCell row={row} known={known} />,
      ...sorting('title'),
    },
    {
      key: 'number',
      label: 'Number',
      width: '12%',
      align: 'end',
      cell: (row) => <NumberCell row={row} />,
      ...sorting('quantity'),
    },
    {
      key: 'window',
      label: 'Window',
      width: '25%',
      cell: (row) => <WindowCell row={row} domain={domain} at={at} />,
      ...sorting('end'),
    },
    { key: 'recipients', label: 'For whom', width: '17%', cell: (row) => formatRecipients(row) },
    { key: 'last', label: last.label, cell: last.cell },
  ];
}

/** The whole years that hold the windows of all counts that are read together. */
export function spanRows(rows: readonly Pick<CountLineFragment, 'window'>[], at: string): TrackDomain {
  return spanWindows(
    rows.map(({ window }) => window),
    at,
  );
}

function TitleCell({ row, known }: { row: CountLineFragment; known: string | null }) {
  return (
    <>
      <Link href={addressOf(countPath(row), { known })}>{row.title}</Link>
      <small>
        <ProviderLinks providers={row.providers} known={known} />
        {row.program && <> · {row.program.name}</>}
      </small>
    </>
  );
}

function NumberCell({ row }: { row: CountLineFragment }) {
  if (!row.quantity) return <span className="muted">no number stated</span>;
  return (
    <>
      {formatAmount(row)} <small>{formatUnitAndRate(row)}</small>
    </>
  );
}

function WindowCell({ row, domain, at }: { row: CountLineFragment; domain: TrackDomain; at: string }) {
  const hasWindow = row.window.start || row.window.end;
  const kind = row.__typename === 'Commitment' ? 'commitment' : 'report';
  return (
    <>
      {hasWindow && <WindowTrack window={row.window} domain={domain} at={at} kind={kind} />}
      <small>{formatCountWindow(row)}</small>
    </>
  );
}
