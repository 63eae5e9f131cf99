import { graphql } from '@/generated/gql.ts';

export const EditableCommitmentsDocument = graphql(`
  query EditableCommitments($state: [RecordState!], $text: String, $after: String) {
    editableCommitments(first: 50, after: $after, state: $state, text: $text) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        slug
        title
        state
        version
        quantity {
          low
          high
        }
        unit
        rate
        statedOn {
          date
          precision
        }
      }
    }
  }
`);

export const EditableCommitmentDocument = graphql(`
  query EditableCommitment($slug: String!) {
    editableCommitment(slug: $slug) {
      ...EditableFields
    }
  }
`);

export const EditableFields = graphql(`
  fragment EditableFields on Commitment {
    slug
    title
    state
    version
    program {
      slug
    }
    providers {
      code
    }
    unit
    measure
    audience
    audienceStated
    qualifierStated
    rate
    window {
      start {
        date
        precision
      }
      end {
        date
        precision
      }
      endLatest
      stated
    }
    statedOn {
      date
      precision
    }
    statedBy
    voice
    recipientScope
    recipients {
      country {
        iso3
      }
      group {
        code
      }
      share {
        low
        high
      }
    }
    recipientsStated
    confidence
    status
    note
    claims {
      source {
        slug
      }
      low
      high
      qualifier
      fragment
      locator
      language
      rank
      rankReason
      note
    }
    otherFigures {
      label
      value
      qualifier
      note
    }
  }
`);

/** What the form offers to choose from. */
export const ChoicesDocument = graphql(`
  query EditingChoices {
    programs(first: 500) {
      nodes {
        slug
        name
      }
    }
    providers(first: 500) {
      nodes {
        code
        name
      }
    }
    countries(first: 500) {
      nodes {
        iso3
        name
      }
    }
    groups(first: 500) {
      nodes {
        code
        name
      }
    }
    sources(first: 500) {
      nodes {
        slug
        title
        publisher
      }
    }
  }
`);

/** Every mutation answers with one union: what can be expected to fail is data. */
export const SaveResult = graphql(`
  fragment SaveResult on CommitmentResult {
    __typename
    ... on CommitmentSaved {
      commitment {
        slug
        version
        state
      }
    }
    ... on ValidationFailed {
      problems {
        path
        message
      }
    }
    ... on VersionConflict {
      currentVersion
      changedBy
    }
    ... on NotAllowed {
      message
    }
    ... on NotFound {
      message
    }
  }
`);

export const CreateDocument = graphql(`
  mutation CreateCommitment($input: CommitmentInput!, $reason: String) {
    result: createCommitment(input: $input, reason: $reason) {
      ...SaveResult
    }
  }
`);

export const UpdateDocument = graphql(`
  mutation UpdateCommitment($slug: String!, $version: Int!, $input: CommitmentInput!, $reason: String) {
    result: updateCommitment(slug: $slug, version: $version, input: $input, reason: $reason) {
      ...SaveResult
    }
  }
`);

export const SubmitDocument = graphql(`
  mutation SubmitCommitment($slug: String!, $version: Int!, $reason: String) {
    result: submitCommitment(slug: $slug, version: $version, reason: $reason) {
      ...SaveResult
    }
  }
`);

export const PublishDocument = graphql(`
  mutation PublishCommitment($slug: String!, $version: Int!, $reason: String) {
    result: publishCommitment(slug: $slug, version: $version, reason: $reason) {
      ...SaveResult
    }
  }
`);

export const RetractDocument = graphql(`
  mutation RetractCommitment($slug: String!, $version: Int!, $reason: String!) {
    result: retractCommitment(slug: $slug, version: $version, reason: $reason) {
      ...SaveResult
    }
  }
`);
