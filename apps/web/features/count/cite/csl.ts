import type { CSL } from '@citation-js/core';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { formatDay } from '@/text/index.ts';

export interface CitationFacts {
  record: Pick<CountRecordFragment, 'slug' | 'title' | 'version' | 'history'>;
  /** Absolute address of the record as known on `at`. */
  permalink: string;
  /** The day as of which it is read. */
  at: string;
  /** The day on which it is read. */
  accessed: string;
  licence: string | null;
}

/** A record as an item of CSL-JSON: a dataset with the version of the record and an address that keeps the day. */
export function makeCsl({ record, permalink, at, accessed, licence }: CitationFacts): CSL {
  const { slug, title, version, history } = record;
  // The version that is cited, not the dataset, dates the record.
  const issued = history.find((revision) => revision.version === version)?.at;
  return {
    id: slug,
    type: 'dataset',
    title,
    author: [{ literal: 'Muster' }],
    publisher: 'Muster',
    version: String(version),
    ...(issued && { issued: toDate(issued) }),
    accessed: toDate(accessed),
    URL: permalink,
    note: [`Record ${slug}, as known on ${formatDay(at)}`, licence].filter(Boolean).join('. '),
  };
}

/** "Muster, “Title”, record x, version 3, as known on 9 September 2024." up to its address, which follows. */
export function writeCitation({ record, at }: CitationFacts): string {
  const { slug, title, version } = record;
  // Quotation marks within quotation marks are single.
  const quoted = title
    .replace(/"([^"]*)"/g, '‘$1’')
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  return `Muster, “${quoted}”, record ${slug}, version ${version}, as known on ${formatDay(at)}.`;
}

function toDate(iso: string): { 'date-parts': [[number, number, number]] } {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
}
