import { join } from 'node:path';
import {
  type CommitmentInput,
  commitmentInput,
  type EventInput,
  eventInput,
  type GroupInput,
  groupInput,
  type LinkInput,
  linkInput,
  type ProgramInput,
  type ProviderInput,
  programInput,
  providerInput,
  type ReportedTotalInput,
  reportedTotalInput,
  type SourceInput,
  sourceInput,
} from '@muster/schema/rules';
import { type CountryRow, countriesExtra, listCountries, listRegions } from './countries.ts';
import { readRecord, readRecords } from './read.ts';
import { findReferenceTroubles } from './references.ts';
import { DatasetError } from './trouble.ts';

export interface Dataset {
  countries: CountryRow[];
  /** M49 regions first. One without members is open: any country may be meant. */
  groups: GroupInput[];
  providers: ProviderInput[];
  programs: ProgramInput[];
  sources: SourceInput[];
  commitments: CommitmentInput[];
  reportedTotals: ReportedTotalInput[];
  events: EventInput[];
  links: LinkInput[];
}

export const DATASET_FOLDER = join(import.meta.dirname, '../../dataset');

/** The starter records, checked by the same rules as an editor's. Throws DatasetError. */
export async function loadDataset(folder = DATASET_FOLDER): Promise<Dataset> {
  const fileOf = (name: string) => join(folder, name);
  const extra = await readRecord(fileOf('countries-extra.json'), countriesExtra);
  const dataset: Dataset = {
    countries: listCountries(extra),
    groups: [...listRegions(), ...(await readRecords(fileOf('groups.json'), groupInput))],
    providers: await readRecords(fileOf('providers.json'), providerInput),
    programs: await readRecords(fileOf('programs.json'), programInput),
    sources: await readRecords(fileOf('sources.json'), sourceInput),
    commitments: await readRecords(fileOf('commitments.json'), commitmentInput),
    reportedTotals: await readRecords(fileOf('reported-totals.json'), reportedTotalInput),
    events: await readRecords(fileOf('events.json'), eventInput),
    links: await readRecords(fileOf('links.json'), linkInput),
  };
  const troubles = findReferenceTroubles(dataset, fileOf);
  if (troubles.length > 0) throw new DatasetError(troubles);
  return dataset;
}
