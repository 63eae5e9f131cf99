import { spanWindows, WindowTrack } from '@/charts/window-track/index.ts';
import type { CountLineFragment } from '@/generated/graphql.ts';

/** The window of one record, on whole years around it and the day it is read; nothing where it has none. */
export function RecordTrack({
  record,
  at,
}: {
  record: Pick<CountLineFragment, '__typename' | 'window'>;
  at: string;
}) {
  if (!record.window.start && !record.window.end) return null;
  const domain = spanWindows([record.window], at);
  const kind = record.__typename === 'Commitment' ? 'commitment' : 'report';
  return (
    <span style={{ display: 'block', padding: '2px 0 6px' }}>
      <WindowTrack window={record.window} domain={domain} at={at} kind={kind} />
      <span style={{ display: 'flex', justifyContent: 'space-between' }} aria-hidden="true">
        <span>{domain.start.slice(0, 4)}</span>
        <span>{domain.end.slice(0, 4)}</span>
      </span>
    </span>
  );
}
