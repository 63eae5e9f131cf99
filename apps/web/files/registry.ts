import { findCompareFile } from '@/features/compare/file.ts';
import { findCommitmentListFile, findReportedTotalListFile } from '@/features/count/files/list-file.ts';
import { findCommitmentFile, findReportedTotalFile } from '@/features/count/files/record-file.ts';
import { findCountryFile } from '@/features/country/file.ts';
import { findCountryListFile } from '@/features/country/list-file.ts';
import { findEventListFile } from '@/features/event/file.ts';
import { findEventFile } from '@/features/event/record-file.ts';
import { findMapFile } from '@/features/map/file.ts';
import { findOverviewFile } from '@/features/overview/file.ts';
import { findProgramFile } from '@/features/program/file.ts';
import { findProgramListFile } from '@/features/program/list-file.ts';
import { findProviderFile } from '@/features/provider/file.ts';
import { findProviderListFile } from '@/features/provider/list-file.ts';
import { findSourceListFile } from '@/features/source/file.ts';
import { findSourceFile } from '@/features/source/record-file.ts';
import type { SearchParams } from '@/text/address.ts';
import type { ViewFile } from './view-file.ts';

type FindFile = (params: SearchParams, today: string) => Promise<ViewFile | null>;
type FindRecordFile = (name: string, params: SearchParams, today: string) => Promise<ViewFile | null>;

/** Views by their page's path. */
const views: Record<string, FindFile> = {
  '/': findOverviewFile,
  '/map': findMapFile,
  '/commitments': findCommitmentListFile,
  '/reported': findReportedTotalListFile,
  '/sources': findSourceListFile,
  '/events': findEventListFile,
  '/compare': findCompareFile,
  '/countries': findCountryListFile,
  '/programs': findProgramListFile,
  '/providers': findProviderListFile,
};

/** Views of one record, by the folder of its page. */
const recordViews: Record<string, FindRecordFile> = {
  countries: findCountryFile,
  programs: findProgramFile,
  providers: findProviderFile,
  commitments: findCommitmentFile,
  reported: findReportedTotalFile,
  sources: findSourceFile,
  events: findEventFile,
};

/** The view of a page as a file; null where there is no such page or record. Throws ViewRefused. */
export async function findViewFile(
  path: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  if (Object.hasOwn(views, path)) return views[path]?.(params, today) ?? null;
  const [, folder, name, ...rest] = path.split('/');
  if (!folder || !name || rest.length > 0 || !Object.hasOwn(recordViews, folder)) return null;
  return recordViews[folder]?.(name, params, today) ?? null;
}
