import { findDataset } from '@/api/dataset.ts';
import { formatDay } from '@/text/index.ts';
import { LiveLink } from './live-link.tsx';
import { Notice } from './notice.tsx';

/** Says that the page shows a release and leads back to the record as it stands; nothing elsewhere. */
export async function ReleaseNotice() {
  const release = (await findDataset())?.release;
  if (!release) return null;
  const { name, knownOn } = release;
  return (
    <Notice>
      Release of {formatDay(knownOn)}
      {name !== knownOn && ` (${name})`}: a copy that never changes.{' '}
      <a href={`/data/releases/${name}`}>Its files and checksums</a> ·{' '}
      <LiveLink>Show the record as it stands today</LiveLink>
    </Notice>
  );
}
