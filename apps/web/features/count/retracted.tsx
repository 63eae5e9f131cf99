import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { RetractionQuery } from '@/generated/graphql.ts';
import { addressOf, formatDay, formatSentence } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

const RetractionDocument = graphql(`
  query Retraction($slug: String!) {
    retraction(slug: $slug) {
      entity
      slug
      actor
      reason
      at
    }
  }
`);

type Retraction = NonNullable<RetractionQuery['retraction']>;

/** Why a record of that kind is no longer public; null where there never was one of that name. */
export async function findRetraction(
  slug: string,
  entity: 'Commitment' | 'ReportedTotal',
): Promise<Retraction | null> {
  const { retraction } = await query(RetractionDocument, { slug });
  return retraction?.entity === entity ? retraction : null;
}

/** In place of a record that was taken back: when, by whom and why. */
export function RetractedPage({ retraction, known }: { retraction: Retraction; known: string | null }) {
  const { entity, slug, actor, reason, at } = retraction;
  const isPromise = entity === 'Commitment';
  return (
    <>
      <PageHeader
        kicker={`Record ${slug}`}
        title={isPromise ? 'This commitment was taken back' : 'This reported total was taken back'}
        dek={`Taken back by ${actor} on ${formatDay(at)}. ${reason ? formatSentence(reason) : 'No reason is on record.'}`}
      />
      <p>
        It is in no list and no total any more, on any day. What once rested on it may have changed on that
        day.
      </p>
      <p>
        <Link href={addressOf(isPromise ? '/commitments' : '/reported', { known })}>
          {isPromise ? 'All commitments' : 'All reported totals'}
        </Link>
        {' · '}
        <Link href={addressOf('/changes', { known })}>All changes</Link>
      </p>
    </>
  );
}
