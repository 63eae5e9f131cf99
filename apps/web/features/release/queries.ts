import { nullIfRefused } from '@/api/error.ts';
import { queryAtRelease } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { ReleaseListQuery, ReleasePageQuery } from '@/generated/graphql.ts';

const ReleasePageDocument = graphql(`
  query ReleasePage {
    dataset {
      licence {
        id
        name
        url
      }
      release {
        name
        knownOn
        releasedAt
        revision
        checksum
        citation
        url
        size {
          commitments
          reportedTotals
          events
          sources
          claims
          links
        }
        files {
          name
          title
          url
          bytes
          sha256
          rows
        }
      }
    }
  }
`);

const ReleaseListDocument = graphql(`
  query ReleaseList {
    dataset {
      releases {
        name
        knownOn
        revision
      }
    }
  }
`);

export type Release = NonNullable<ReleasePageQuery['dataset']['release']>;
export type Licence = ReleasePageQuery['dataset']['licence'];
export type ListedRelease = ReleaseListQuery['dataset']['releases'][number];

/** A release, asked of itself; null where there is none of that name. */
export async function findRelease(name: string): Promise<{ release: Release; licence: Licence } | null> {
  const found = await queryAtRelease(name, ReleasePageDocument).catch(nullIfRefused);
  return found?.dataset.release ? { release: found.dataset.release, licence: found.dataset.licence } : null;
}

/** Every release, newest first, whatever the address is put to. */
export async function listReleases(): Promise<ListedRelease[]> {
  return (await queryAtRelease(null, ReleaseListDocument)).dataset.releases;
}
