import { cache } from 'react';
import { graphql } from '@/generated/gql.ts';
import { query } from './query.ts';

const DatasetDocument = graphql(`
  query Dataset {
    dataset {
      revision
      publishedAt
      citation
      release {
        name
        knownOn
        revision
      }
      releases {
        name
        knownOn
      }
      licence {
        id
        name
        url
      }
    }
  }
`);

/** The dataset as a whole, asked once per request; null when the API does not answer, so that pages keep their frame. */
export const findDataset = cache(async () => {
  try {
    return (await query(DatasetDocument)).dataset;
  } catch {
    return null;
  }
});
