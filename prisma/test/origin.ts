/** A record as first collected; see dataset/README.md. */
export interface OriginRecord {
  id: string;
  kind: 'commitment' | 'report' | 'event' | 'agreement';
  title: string;
  providers: string[];
  recipients: string[];
  recipientNote: string;
  program: string;
  audience: string;
  quantity: {
    value: number | null;
    lower: number | null;
    upper: number | null;
    unit: 'people' | 'training opportunities' | 'programmes';
    qualifier: string;
    per?: 'year';
  } | null;
  period: { start: string | null; end: string | null; text?: string };
  announcedBy: string;
  overlaps: { with: string; note: string }[];
  supersedes: string | null;
  sources: { url?: string; publishedOn?: string; fragment?: string; note?: string; lineage?: string }[];
  confidence: string;
  note: string;
  figures?: { label: string; value: number; qualifier?: string; note?: string }[];
  breakdown?: { value: number }[];
}

/** Overlaps with what was never collected: the note says so instead of a link. */
export const NOT_COLLECTED = new Set(['jclec-2013-15000']);

/** "Up to" begins at nobody; the origin gives the upper bound alone. */
export const RANGES = new Map([['au-nz-fj-prpi-2003-900', { low: 0, high: 900 }]]);
