import { listReadingNotes, type Reading, requireReading } from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import type { SearchParams } from '@/text/address.ts';
import { findProvider } from './queries.ts';
import { providerPath } from './view.ts';

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/** A provider year by year as a file; null when there is none. Throws ViewRefused. */
export async function findProviderFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<YearsFile | null> {
  const reading = requireReading(params, today);
  const provider = await findProvider(slug, reading.known, reading.audience);
  return provider ? makeProviderFile(provider, reading) : null;
}

/** What the page of a provider charts. */
export function makeProviderFile({ slug, name, years }: Provider, reading: Reading): YearsFile {
  return makeYearsFile({
    page: providerPath(slug, reading),
    title: `${name}: training due and reported, year by year`,
    years,
    notes: listReadingNotes(reading),
    known: reading.known,
  });
}
