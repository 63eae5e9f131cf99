import { graphql } from '@/generated/gql.ts';

export const CreateReleaseDocument = graphql(`
  mutation CreateRelease($name: String) {
    result: createRelease(name: $name) {
      __typename
      ... on ReleaseMade {
        isNew
        release {
          name
          revision
          checksum
        }
      }
      ... on ValidationFailed {
        problems {
          path
          message
        }
      }
      ... on NotAllowed {
        message
      }
    }
  }
`);
