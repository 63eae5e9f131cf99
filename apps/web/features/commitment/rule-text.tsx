import type { CommitmentRecordQuery } from '@/generated/graphql.ts';
import { addressOf, countPath, formatRule } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';

type Commitment = NonNullable<CommitmentRecordQuery['commitment']>;

/** The rule that gave the verdict; records that it names by slug are linked by title. */
export function RuleText({ record, known }: { record: Commitment; known: string | null }) {
  if (!record.standing) return null;
  const linked = new Map(
    record.links.flatMap(({ from, to }) => [from, to]).map((count) => [count.slug, count]),
  );
  const pieces = formatRule(record.standing.rule).split(/([a-z0-9]+(?:-[a-z0-9]+)+)/i);
  return pieces.map((piece, i) => {
    const count = linked.get(piece);
    if (!count || count.slug === record.slug) return piece;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
      <Link key={i} href={addressOf(countPath(count), { known })}>
        “{count.title}”
      </Link>
    );
  });
}
