import { graphql } from '@/generated/gql.ts';
import type { ApiKeyFieldsFragment } from '@/generated/graphql.ts';

export type ListedKey = ApiKeyFieldsFragment;

export const ApiKeyFields = graphql(`
  fragment ApiKeyFields on ApiKey {
    id
    name
    start
    scopes
    state
    createdAt
    createdBy
    expiresAt
    revokedAt
    lastUsedAt
  }
`);

export const ApiKeysDocument = graphql(`
  query ApiKeys {
    apiKeys {
      ...ApiKeyFields
    }
  }
`);

export const CreateApiKeyDocument = graphql(`
  mutation CreateApiKey($input: ApiKeyInput!) {
    result: createApiKey(input: $input) {
      __typename
      ... on ApiKeyCreated {
        secret
        apiKey {
          ...ApiKeyFields
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

export const RevokeApiKeyDocument = graphql(`
  mutation RevokeApiKey($id: ID!) {
    result: revokeApiKey(id: $id) {
      __typename
      ... on NotAllowed {
        message
      }
      ... on NotFound {
        message
      }
    }
  }
`);
