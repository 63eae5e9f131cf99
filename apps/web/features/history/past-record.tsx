import { formatChange } from '@/features/records/rows.ts';
import { formatDay } from '@/text/index.ts';
import { Notice } from '@/ui/notice.tsx';
import { Section } from '@/ui/section.tsx';
import type { PastRecord } from './on-day.ts';
import { RecordFields } from './record-fields.tsx';

/** What a record said at the end of a day. */
export function PastRecordView({ on, past }: { on: string; past: PastRecord | null }) {
  return (
    <Section id="then" title={`At the end of ${formatDay(on)}`}>
      {past?.is === 'there' ? (
        <>
          <p className="muted">
            {`Version ${past.version}`}
            {past.at === null ? ', as it came in' : `, of ${formatChange(past.at)} UTC by ${past.actor}`}
          </p>
          <RecordFields content={past.content} />
        </>
      ) : (
        <Notice>{explain(past)}</Notice>
      )}
    </Section>
  );
}

function explain(past: Exclude<PastRecord, { is: 'there' }> | null): string {
  if (past === null) return 'The history does not tell what the record said then.';
  if (past.is === 'deleted') {
    return `The record was no longer there: ${past.actor} deleted it on ${formatDay(past.at)}.`;
  }
  return `The record was not there yet: its history begins on ${formatDay(past.since)}.`;
}
