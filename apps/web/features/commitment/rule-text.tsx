import { LinkedTitles } from '@/features/count/linked-titles.tsx';
import type { CommitmentRecordQuery } from '@/generated/graphql.ts';

type Commitment = NonNullable<CommitmentRecordQuery['commitment']>;

/** The rule that gave the verdict, in words. */
export function RuleText({ record, known }: { record: Commitment; known: string | null }) {
  if (!record.standing) return null;
  const others = record.links
    .flatMap(({ from, to }) => [from, to])
    .filter(({ slug }) => slug !== record.slug);
  return <LinkedTitles sentence={record.standing.rule} counts={others} known={known} />;
}
