import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { DataPageQuery } from '@/generated/graphql.ts';

const DataPageDocument = graphql(`
  query DataPage {
    dataset {
      revision
      publishedAt
      citation
      licence {
        id
        name
        url
      }
      firstStatedOn
      lastStatedOn
      size {
        commitments
        reportedTotals
        events
        sources
        claims
        links
      }
      tables {
        name
        title
        row
        rows
        columns {
          name
          type
          meaning
          unit
          empty
        }
        parameters {
          name
          description
        }
        files {
          ending
          url
        }
      }
      releases {
        name
        revision
        checksum
        releasedAt
      }
    }
  }
`);

export type Dataset = DataPageQuery['dataset'];

/** The dataset with its size and releases. */
export async function findDataPage(): Promise<Dataset> {
  return (await query(DataPageDocument)).dataset;
}
