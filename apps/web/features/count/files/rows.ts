import type { FileColumn } from '@/files/view-file.ts';
import type { CountRowFragment } from '@/generated/graphql.ts';
import type { CsvValue } from '@/text/csv.ts';
import { countPath } from '@/text/index.ts';

interface CountColumn extends FileColumn {
  cell: (row: CountRowFragment) => CsvValue;
}

/** Several values in one field. */
const list = (values: (string | null | undefined)[]) => values.filter((value) => value).join('; ') || null;

const columns: CountColumn[] = [
  { name: 'permalink', description: 'The record’s page.', isPath: true, cell: (row) => countPath(row) },
  { name: 'slug', description: 'The record’s name; it never changes.', cell: ({ slug }) => slug },
  { name: 'title', description: 'What is promised or reported.', cell: ({ title }) => title },
  {
    name: 'providers',
    description: 'Who promises or trains, by slug; several are set off by “; ”.',
    cell: ({ providers }) => list(providers.map(({ slug }) => slug)),
  },
  {
    name: 'program',
    description: 'Program by slug; empty: none is named.',
    cell: ({ program }) => program?.slug,
  },
  {
    name: 'low',
    description: 'The fewest, in `unit`; empty: no number is stated, which is not zero.',
    cell: ({ quantity }) => quantity?.low,
  },
  {
    name: 'high',
    description: 'The most, in `unit`; empty as `low`.',
    cell: ({ quantity }) => quantity?.high,
  },
  {
    name: 'unit',
    description: 'PEOPLE, PLACES or COURSES; never to be added across.',
    cell: ({ unit }) => unit,
  },
  {
    name: 'rate',
    description: 'PER_YEAR where the number is of each year; else empty.',
    cell: ({ rate }) => rate,
  },
  { name: 'measure', description: 'What is counted.', cell: ({ measure }) => measure },
  { name: 'audience', description: 'Who is trained.', cell: ({ audience }) => audience },
  {
    name: 'window_start',
    description: 'First day of the window; empty: not stated.',
    cell: ({ window }) => window.start?.date,
  },
  {
    name: 'window_start_precision',
    description: 'DAY, MONTH or YEAR: how finely the first day is stated.',
    cell: ({ window }) => window.start?.precision,
  },
  {
    name: 'window_end',
    description: 'First day after the window; empty: open or not stated.',
    cell: ({ window }) => window.end?.date,
  },
  {
    name: 'window_end_precision',
    description: 'DAY, MONTH or YEAR.',
    cell: ({ window }) => window.end?.precision,
  },
  {
    name: 'window_end_latest',
    description: 'Latest end, where the end is itself a range; else empty.',
    cell: ({ window }) => window.endLatest,
  },
  {
    name: 'window_stated',
    description: 'The window in the words of the source.',
    cell: ({ window }) => window.stated,
  },
  {
    name: 'stated_on',
    description: 'When it was said; empty: undated.',
    cell: ({ statedOn }) => statedOn?.date,
  },
  {
    name: 'stated_on_precision',
    description: 'DAY, MONTH or YEAR.',
    cell: ({ statedOn }) => statedOn?.precision,
  },
  { name: 'stated_by', description: 'Who said it.', cell: ({ statedBy }) => statedBy },
  { name: 'voice', description: 'PROVIDER, RECIPIENT, INDEPENDENT or MEDIA.', cell: ({ voice }) => voice },
  {
    name: 'public_on',
    description: 'The day from which the public could know it.',
    cell: ({ knownOn }) => knownOn,
  },
  {
    name: 'recipient_scope',
    description: 'NAMED, PARTLY_NAMED, GROUP or UNSPECIFIED.',
    cell: ({ recipientScope }) => recipientScope,
  },
  {
    name: 'recipients',
    description:
      'Countries by ISO 3166-1 alpha-3 and groups by slug; a shared number is never divided among them.',
    cell: ({ recipients }) => list(recipients.map(({ country, group }) => country?.iso3 ?? group?.slug)),
  },
  {
    name: 'witnesses',
    description: 'Sources that do not retell one another.',
    cell: ({ witnessCount }) => witnessCount,
  },
  {
    name: 'trackability',
    description: '0 to 5: number, unit, window, recipients, a voice other than the provider’s.',
    cell: ({ trackability }) => trackability.score,
  },
  {
    name: 'confidence',
    description: 'That the record is read rightly.',
    cell: ({ confidence }) => confidence,
  },
  { name: 'version', description: 'Of the record.', cell: ({ version }) => version },
  {
    name: 'sources',
    description: 'Slugs of the documents that tell of it; each has a page /sources/<slug>.',
    cell: ({ claims }) => list([...new Set(claims.map(({ source }) => source.slug))]),
  },
];

/** Columns of a file of counts, and how a count fills them. */
export const countColumns: FileColumn[] = columns.map(({ cell: _, ...column }) => column);

export function toCountRow(row: CountRowFragment): CsvValue[] {
  return columns.map(({ cell }) => cell(row) ?? null);
}
