import type { Database } from '../database.ts';
import { bumpDataRevision, type TransactionClient } from '../revision.ts';
import { DATASET_FOLDER, loadDataset } from './dataset.ts';
import { insertDataset } from './insert.ts';

export { DATASET_FOLDER, type Dataset, loadDataset } from './dataset.ts';
export { DatasetError } from './trouble.ts';

export interface SeedOptions {
  /** Told in words. */
  onProgress?: (line: string) => void;
  /** ISO day on which the records were first published here. */
  recordedOn?: string;
  folder?: string;
}

// Two processes may start on one empty database; the second must find the first one's records.
const ADVISORY_LOCK = 72707370;
const PATIENCE = { maxWait: 60_000, timeout: 120_000 };

/**
 * Brings the starter dataset into an empty database, in one transaction; does nothing where records are.
 * Returns whether it did. Throws DatasetError.
 */
export async function seed(
  { prisma }: Pick<Database, 'prisma'>,
  { onProgress = () => {}, recordedOn = '2026-11-23', folder = DATASET_FOLDER }: SeedOptions = {},
): Promise<boolean> {
  if (await hasRecords(prisma)) return false;
  const dataset = await loadDataset(folder);
  const records = dataset.commitments.length + dataset.reportedTotals.length + dataset.events.length;
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK}::bigint)::text`;
    if (await hasRecords(transaction)) return false;
    onProgress(`starter dataset: bringing in ${records} records from ${dataset.sources.length} sources`);
    await insertDataset(transaction, dataset, recordedOn);
    await bumpDataRevision(transaction);
    return true;
  }, PATIENCE);
}

async function hasRecords(db: TransactionClient): Promise<boolean> {
  const found = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM country) OR EXISTS (SELECT FROM source) OR EXISTS (SELECT FROM count) AS found`;
  return found[0]?.found ?? false;
}
