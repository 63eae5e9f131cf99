import type { TransactionClient } from '../revision.ts';
import type { Dataset } from './dataset.ts';
import { insertRecords } from './insert-records.ts';
import { spread, toDate } from './rows.ts';

/** Slug or code to the row's id; a missing name is a bug, for the dataset was checked. */
export type Ids = (name: string) => number;

/** Writes the whole dataset into empty tables. */
export async function insertDataset(
  db: TransactionClient,
  dataset: Dataset,
  recordedOn: string,
): Promise<void> {
  await db.country.createMany({ data: dataset.countries });
  const groupId = await insertGroups(db, dataset);
  const providers = await db.provider.createManyAndReturn({
    data: dataset.providers.map(({ country, ...provider }) => ({ ...provider, countryIso3: country })),
    select: { id: true, code: true },
  });
  const programs = await db.program.createManyAndReturn({
    data: dataset.programs,
    select: { id: true, slug: true },
  });
  const sourceId = await insertSources(db, dataset);
  await insertRecords(db, dataset, {
    recordedOn,
    groupId,
    sourceId,
    providerId: idsBy(providers, 'code'),
    programId: idsBy(programs, 'slug'),
  });
}

async function insertGroups(db: TransactionClient, { groups }: Dataset): Promise<Ids> {
  const rows = await db.group.createManyAndReturn({
    data: groups.map(({ members: _, ...group }) => group),
    select: { id: true, code: true },
  });
  const groupId = idsBy(rows, 'code');
  await db.groupMembership.createMany({
    data: groups.flatMap(({ code, members }) =>
      members.map(({ country, since, until, note }) => ({
        groupId: groupId(code),
        countryIso3: country,
        since: toDate(since),
        until: toDate(until),
        note,
      })),
    ),
  });
  return groupId;
}

async function insertSources(db: TransactionClient, { sources }: Dataset): Promise<Ids> {
  const rows = await db.source.createManyAndReturn({
    data: sources.map(({ publishedOn, derivedFrom: _, ...source }) => ({
      ...source,
      ...spread('publishedOn', publishedOn),
    })),
    select: { id: true, slug: true },
  });
  const sourceId = idsBy(rows, 'slug');
  for (const { slug, derivedFrom } of sources) {
    if (derivedFrom === null) continue;
    await db.source.update({
      where: { id: sourceId(slug) },
      data: { derivedFromId: sourceId(derivedFrom) },
      select: { id: true },
    });
  }
  return sourceId;
}

export function idsBy<Key extends string>(
  rows: readonly ({ id: number } & Record<Key, string>)[],
  key: Key,
): Ids {
  const ids = new Map<string, number>(rows.map((row) => [row[key], row.id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no row for ${key} ${name}`);
    return id;
  };
}
