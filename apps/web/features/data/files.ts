import { compareColumns } from '@/features/compare/file.ts';
import { standingColumns } from '@/features/count/files/list-file.ts';
import { countColumns } from '@/features/count/files/rows.ts';
import { countryColumns } from '@/features/country/list-file.ts';
import { eventColumns } from '@/features/event/file.ts';
import { mapColumns } from '@/features/map/file.ts';
import { overviewColumns } from '@/features/overview/file.ts';
import { programColumns } from '@/features/program/list-file.ts';
import { providerColumns } from '@/features/provider/list-file.ts';
import { sourceColumns } from '@/features/source/file.ts';
import { type FileKind, fileKinds } from '@/files/address.ts';
import type { FileColumn } from '@/files/view-file.ts';

/** A view that can be had as files. */
export interface DataFile {
  /** Address of its page; files have its path with an ending. */
  page: string;
  title: string;
  /** What one row holds. */
  row: string;
  hasChart: boolean;
  columns: FileColumn[];
}

/** The files of whole lists. Add one when its page has files. */
export const dataFiles: DataFile[] = [
  {
    page: '/commitments',
    title: 'Commitments',
    row: 'one commitment',
    hasChart: false,
    columns: [...countColumns, ...standingColumns],
  },
  {
    page: '/reported',
    title: 'Reported totals',
    row: 'one reported total',
    hasChart: false,
    columns: countColumns,
  },
  { page: '/events', title: 'Events', row: 'one event', hasChart: false, columns: eventColumns },
  { page: '/sources', title: 'Sources', row: 'one document', hasChart: false, columns: sourceColumns },
  {
    page: '/countries',
    title: 'Countries',
    row: 'one country, with its ranges',
    hasChart: false,
    columns: countryColumns,
  },
  {
    page: '/programs',
    title: 'Programs',
    row: 'one program, with its ranges',
    hasChart: true,
    columns: programColumns,
  },
  {
    page: '/providers',
    title: 'Providers',
    row: 'one provider, with its ranges',
    hasChart: true,
    columns: providerColumns,
  },
  {
    page: '/map',
    title: 'Map',
    row: 'one country, and those for nobody named',
    hasChart: true,
    columns: mapColumns,
  },
  {
    page: '/compare?with=china,united-states',
    title: 'A comparison',
    row: 'one year of one of those compared',
    hasChart: true,
    columns: compareColumns,
  },
  {
    page: '/',
    title: 'The chart of the overview',
    row: 'one step of the chart',
    hasChart: true,
    columns: overviewColumns,
  },
];

/** The kinds of files in which a view can be had. */
export function listKinds({ hasChart }: Pick<DataFile, 'hasChart'>): FileKind[] {
  return fileKinds.filter((kind) => hasChart || (kind !== 'svg' && kind !== 'png'));
}
