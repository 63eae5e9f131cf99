import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { listFeedTypes } from '@/features/changes/feed-addresses.ts';
import { makeCountryFile } from '@/features/country/file.ts';
import { findCountry } from '@/features/country/queries.ts';
import { CountryPage } from '@/features/country/record.tsx';
import { readAudience } from '@/features/totals/reading.ts';
import { describePage } from '@/files/page-metadata.ts';
import { addressOf, readKnown, readParam, type SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ iso3: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ iso3 }, search] = await Promise.all([params, searchParams]);
  const reading = { known: readKnown(search, await readToday()).known, audience: readAudience(search) };
  const country = await findCountry(iso3.toUpperCase(), reading.known, reading.audience);
  if (!country) return { title: 'Country' };
  const { page, summary, draw } = await makeCountryFile(country, reading);
  const [words, feeds] = await Promise.all([
    describePage({ title: country.name, description: summary, page, hasChart: draw !== null }),
    listFeedTypes(`/countries/${country.iso3}`),
  ]);
  return {
    ...words,
    alternates: { ...words.alternates, types: { ...words.alternates?.types, ...feeds } },
  };
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ iso3 }, search] = await Promise.all([params, searchParams]);
  const code = iso3.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) notFound();
  if (iso3 !== code)
    permanentRedirect(
      addressOf(`/countries/${code}`, {
        audience: readParam(search, 'audience'),
        known: readParam(search, 'known'),
        release: readParam(search, 'release'),
      }),
    );
  const { known, refused } = readKnown(search, await readToday());
  const audience = readAudience(search);
  const country = await findCountry(code, known, audience);
  if (!country) notFound();
  return (
    <CountryPage
      country={country}
      audience={audience}
      known={known}
      refused={refused}
      today={await readToday()}
    />
  );
}
