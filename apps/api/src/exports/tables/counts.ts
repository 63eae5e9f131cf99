import { type CountArgs, type CountExport, listCounts } from '../../modules/export/queries/counts.ts';
import { type Column, column, permalink, releasedColumns, sourceColumns } from '../column.ts';
import { defineTable, type Table } from '../table.ts';

type CountColumn = Column<CountExport>;

/** Page of a commitment or a reported total. */
export function countPath({ kind, slug }: Pick<CountExport, 'kind' | 'slug'>): string {
  return `/${kind === 'COMMITMENT' ? 'commitments' : 'reported'}/${slug}`;
}

const released = (cells: Record<string, CountColumn['cell']>) =>
  releasedColumns('commitments', cells, {
    quantity_low: 'what `unit` says',
    quantity_high: 'what `unit` says',
  });

const PROVIDERS: CountColumn = column(
  'providers',
  'list',
  { meaning: 'Codes of who promises or trains; the table of providers describes each.' },
  ({ providers = [] }) => providers.map(({ code }) => code),
);

const RECIPIENTS: CountColumn = column(
  'recipients',
  'list',
  {
    meaning:
      'For whom it is meant: ISO 3166-1 alpha-3 codes of countries and codes of groups such as GRP:SCO. A shared number is never divided among them.',
  },
  ({ recipients = [] }) => recipients.flatMap(({ country, group }) => country?.iso3 ?? group?.code ?? []),
);

const NAMES = released({
  slug: ({ slug }) => slug,
  title: ({ title }) => title,
  program: ({ program }) => program?.slug ?? null,
});

const NUMBER = released({
  unit: ({ unit }) => unit,
  measure: ({ measure }) => measure,
  audience: ({ audience }) => audience,
  audience_stated: ({ audienceStated }) => audienceStated,
  quantity_low: ({ quantity }) => quantity?.low ?? null,
  quantity_high: ({ quantity }) => quantity?.high ?? null,
  qualifier_stated: ({ qualifierStated }) => qualifierStated,
  rate: ({ rate }) => rate,
  window_start: ({ window }) => window.start?.date ?? null,
  window_start_precision: ({ window }) => window.start?.precision ?? null,
  window_end: ({ window }) => window.end?.date ?? null,
  window_end_precision: ({ window }) => window.end?.precision ?? null,
  window_end_latest: ({ window }) => window.endLatest,
  window_stated: ({ window }) => window.stated,
});

const TELLING = released({
  stated_on: ({ statedOn }) => statedOn?.date ?? null,
  stated_on_precision: ({ statedOn }) => statedOn?.precision ?? null,
  known_on: ({ knownOn }) => knownOn,
  stated_by: ({ statedBy }) => statedBy,
  voice: ({ voice }) => voice,
  recipient_scope: ({ recipientScope }) => recipientScope,
  recipients_stated: ({ recipientsStated }) => recipientsStated,
});

const ENDING = released({
  confidence: ({ confidence }) => confidence,
  note: ({ note }) => note,
  version: ({ version }) => version,
  published_at: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
});

function countColumns(kind: CountColumn[], status: CountColumn[]): CountColumn[] {
  return [
    permalink(countPath),
    ...kind,
    ...NAMES,
    PROVIDERS,
    ...NUMBER,
    ...status,
    ...TELLING,
    RECIPIENTS,
    ...ENDING,
    ...sourceColumns<CountExport>(),
  ];
}

const STATUS = released({ status: ({ status }) => status });

export const COUNT_TABLES: Table[] = [
  defineTable({
    name: 'counts',
    title: 'Commitments and reported totals',
    row: 'one commitment or reported total',
    like: { list: 'reportedTotals', takes: ['filter', 'orderBy', 'direction', 'knownOn'] },
    columns: countColumns(
      [column('kind', 'string', { meaning: 'COMMITMENT or REPORTED_TOTAL.' }, ({ kind }) => kind)],
      STATUS.map((status) => ({ ...status, empty: 'A reported total.' })),
    ),
    list: (ctx, args: CountArgs) => listCounts(ctx, null, args),
  }),
  defineTable({
    name: 'commitments',
    title: 'Commitments',
    row: 'one commitment',
    like: {
      list: 'commitments',
      takes: ['filter', 'status', 'verdict', 'orderBy', 'direction', 'knownOn'],
    },
    columns: countColumns([], STATUS),
    list: (ctx, args: CountArgs) => listCounts(ctx, 'COMMITMENT', args),
  }),
  defineTable({
    name: 'reported-totals',
    title: 'Reported totals',
    row: 'one reported total',
    like: { list: 'reportedTotals', takes: ['filter', 'orderBy', 'direction', 'knownOn'] },
    columns: countColumns([], []),
    list: (ctx, args: CountArgs) => listCounts(ctx, 'REPORTED_TOTAL', args),
  }),
];
