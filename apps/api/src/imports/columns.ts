import type { CommitmentInput, ReportedTotalInput } from '@muster/schema/rules';
import { writeDate } from '@muster/schema/rules';
import type { Cell } from '../exports/column.ts';

export interface CountRecord {
  kind: 'COMMITMENT' | 'REPORTED_TOTAL';
  input: ReportedTotalInput & { status?: CommitmentInput['status'] };
}

export interface TableField {
  /** Name of the column that a full export has; null of one that is only read. */
  name: string;
  label: string;
  /** Other names that people give the column, in small letters without spaces and signs. */
  aliases?: readonly string[];
  /** How a full export writes it; left out: only read. */
  write?: (count: CountRecord) => Cell;
}

const NAMES_BETWEEN = '; ';

/** The columns of a table of counts: what an export writes and what an import reads. */
export const TABLE_FIELDS: readonly TableField[] = [
  { name: 'kind', label: 'Kind: COMMITMENT or REPORTED_TOTAL', aliases: ['type'], write: ({ kind }) => kind },
  { name: 'slug', label: 'Slug', aliases: ['id', 'name'], write: ({ input }) => input.slug },
  { name: 'title', label: 'Title', aliases: ['headline'], write: ({ input }) => input.title },
  { name: 'status', label: 'Status', write: ({ input }) => input.status ?? null },
  { name: 'program', label: 'Program (slug)', aliases: ['programme'], write: ({ input }) => input.program },
  {
    name: 'providers',
    label: 'Providers (codes)',
    aliases: ['provider', 'donor'],
    write: ({ input }) => input.providers.join(NAMES_BETWEEN),
  },
  { name: 'unit', label: 'Unit', write: ({ input }) => input.unit },
  { name: 'measure', label: 'Measure', write: ({ input }) => input.measure },
  { name: 'audience', label: 'Audience', write: ({ input }) => input.audience },
  { name: 'audienceStated', label: 'Audience as stated', write: ({ input }) => input.audienceStated },
  { name: 'qualifierStated', label: 'Qualifier as stated', write: ({ input }) => input.qualifierStated },
  { name: 'rate', label: 'Rate', write: ({ input }) => input.rate },
  {
    name: 'windowStart',
    label: 'Window start',
    aliases: ['start', 'from', 'startdate'],
    write: ({ input: { window } }) => window.start && writeDate(window.start),
  },
  {
    name: 'windowEnd',
    label: 'Window end (first day after)',
    aliases: ['end', 'until', 'enddate'],
    write: ({ input: { window } }) => window.end && writeDate(window.end),
  },
  { name: 'windowEndLatest', label: 'Latest window end', write: ({ input }) => input.window.endLatest },
  {
    name: 'windowStated',
    label: 'Window as stated',
    aliases: ['period'],
    write: ({ input }) => input.window.stated,
  },
  {
    name: 'statedOn',
    label: 'Stated on',
    aliases: ['date', 'announced', 'announcedon'],
    write: ({ input: { statedOn } }) => statedOn && writeDate(statedOn),
  },
  { name: 'statedBy', label: 'Stated by', aliases: ['speaker'], write: ({ input }) => input.statedBy },
  { name: 'voice', label: 'Voice', write: ({ input }) => input.voice },
  {
    name: 'recipientScope',
    label: 'Recipient scope',
    aliases: ['scope'],
    write: ({ input }) => input.recipientScope,
  },
  {
    name: 'recipients',
    label: 'Recipients (codes; KEN=12 with a share)',
    aliases: ['recipient', 'countries', 'country'],
    write: ({ input }) =>
      input.recipients
        .map(({ country, group, shareLow, shareHigh }) => {
          if (shareLow === null) return country ?? group;
          return `${country ?? group}=${shareLow === shareHigh ? shareLow : `${shareLow}-${shareHigh}`}`;
        })
        .join(NAMES_BETWEEN) || null,
  },
  { name: 'recipientsStated', label: 'Recipients as stated', write: ({ input }) => input.recipientsStated },
  { name: 'confidence', label: 'Confidence', write: ({ input }) => input.confidence },
  { name: 'note', label: 'Note', aliases: ['notes', 'comment'], write: ({ input }) => input.note },
  { name: 'claims', label: 'Claims (JSON)', write: ({ input }) => JSON.stringify(input.claims) },
  {
    name: 'otherFigures',
    label: 'Other figures (JSON)',
    write: ({ input }) => (input.otherFigures.length > 0 ? JSON.stringify(input.otherFigures) : null),
  },
  {
    name: 'number',
    label: 'Number, as people write it',
    aliases: ['quantity', 'count', 'people', 'amount', 'figure'],
  },
  { name: 'source', label: 'Source (slug)', aliases: ['sourceslug'] },
  { name: 'fragment', label: 'Words of the source', aliases: ['quote', 'sourcewords'] },
  { name: 'locator', label: 'Place in the source', aliases: ['page'] },
  { name: 'language', label: 'Language of the words', aliases: ['lang'] },
];

/** The columns of an export, in its order. */
export const WRITTEN_FIELDS = TABLE_FIELDS.flatMap(({ write, ...field }) =>
  write ? [{ ...field, write }] : [],
);
