import { refuseInput } from '@/api/refuse-input.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import type { CountRowFragment } from '@/generated/graphql.ts';
import type { CsvValue } from '@/text/csv.ts';
import { addressOf, countOf, type SearchParams } from '@/text/index.ts';
import { isFiltered, type ListView, paramsOfView, readListView, toVariables } from '../list-view.ts';
import { listCommitmentRows, listReportedTotalRows } from './queries.ts';
import { countColumns, toCountRow } from './rows.ts';

/** The list of commitments of an address, all its pages. Throws ViewRefused. */
export async function findCommitmentListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const { view, asked } = readView('/commitments', params, today);
  const rows = await refuseInput(listCommitmentRows({ ...asked, verdict: view.verdict && [view.verdict] }));
  return makeListFile({
    view,
    today,
    rows,
    title: 'Commitments',
    noun: 'commitment',
    columns: [...countColumns, ...standingColumns],
    cells: rows.map((row) => [...toCountRow(row), row.status, row.standing?.verdict, row.standing?.days]),
  });
}

/** The list of reported totals of an address, all its pages. Throws ViewRefused. */
export async function findReportedTotalListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const { view, asked } = readView('/reported', params, today);
  const rows = await refuseInput(listReportedTotalRows(asked));
  return makeListFile({
    view,
    today,
    rows,
    title: 'Reported totals',
    noun: 'reported total',
    columns: countColumns,
    cells: rows.map(toCountRow),
  });
}

export const standingColumns: FileColumn[] = [
  { name: 'status', description: 'PROPOSED, ANNOUNCED, SIGNED, REJECTED or WITHDRAWN.' },
  {
    name: 'verdict',
    description: 'MET, BEHIND, INDETERMINATE, UNREPORTED or RUNNING; empty: it cannot be judged.',
  },
  { name: 'verdict_days', description: 'Days since the window closed, or until it does; empty: neither.' },
];

function readView(path: string, params: SearchParams, today: string) {
  const view = readListView(path, params, today);
  if (view.refused)
    throw new ViewRefused([`known: “${view.refused}” is not a day up to today (YYYY-MM-DD).`]);
  const { filter, orderBy, direction, known } = toVariables(view);
  return { view, asked: { filter, orderBy, direction, known } };
}

interface ListFileInput {
  view: ListView;
  today: string;
  rows: CountRowFragment[];
  title: string;
  noun: string;
  columns: FileColumn[];
  cells: CsvValue[][];
}

function makeListFile({ view, today, rows, title, noun, columns, cells }: ListFileInput): ViewFile {
  return {
    page: addressOf(view.path, { ...paramsOfView(view), after: null, before: null }),
    title,
    summary: `${countOf(rows.length, noun)} on record${isFiltered(view) ? ' that match' : ''}. Records may contain one another, so their numbers must not be added.`,
    notes: ['every page of the list'],
    knownOn: view.known ?? today,
    key: [],
    draw: null,
    columns,
    rows: cells,
    sources: listCitedSources(rows),
  };
}
