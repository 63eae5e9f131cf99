import { countSince } from '@/api/since.ts';
import { addressOf, formatDay, sumSince, writeSince } from '@/text/index.ts';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';

interface KnownNoticeProps {
  /** The day of `?known=`. */
  known: string | null;
  /** What was given instead of a day. */
  refused: string | null;
  /** The page without `known`, with its other parameters. */
  path: string;
  params?: Record<string, string | null | undefined>;
}

/** Says that the page shows the record of another day and what became known since, and leads back to today's. */
export function KnownNotice({ known, refused, path, params = {} }: KnownNoticeProps) {
  if (refused) {
    return (
      <Notice tone="error">
        “{refused}” is not a day up to today (write YYYY-MM-DD); this is the record as known today.
      </Notice>
    );
  }
  if (!known) return null;
  return (
    <Notice>
      As known on {formatDay(known)}. <Since day={known} />
      <Link href={addressOf(path, params)}>Show as known today</Link>
    </Notice>
  );
}

async function Since({ day }: { day: string }) {
  const counts = await countSince(day);
  if (!counts) return null;
  if (sumSince(counts) === 0) return `${writeSince(counts)}. `;
  return (
    <>
      {writeSince(counts)} —{' '}
      <Link href={addressOf('/changes', { since: day })}>
        see what<span className="sr-only"> became known since</span>
      </Link>
      .{' '}
    </>
  );
}
