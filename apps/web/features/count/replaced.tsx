import type { CountRecordFragment } from '@/generated/graphql.ts';
import { addressOf, countPath, formatCount } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Notice } from '@/ui/notice.tsx';

/** Says first of all that a later telling replaces the record. */
export function ReplacedNotice({ record, known }: { record: CountRecordFragment; known: string | null }) {
  const later = record.links.find(({ relation, to }) => relation === 'SUPERSEDES' && to.slug === record.slug);
  if (!later) return null;
  const { from, basis } = later;
  return (
    <Notice>
      {basis === 'STATED'
        ? 'A later telling replaces this one'
        : 'A later telling is taken to replace this one'}
      : <Link href={addressOf(countPath(from), { known })}>{from.title}</Link> ({formatCount(from)}). Totals
      leave this one out; it stays here as it was said.
    </Notice>
  );
}
