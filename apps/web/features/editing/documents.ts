import { graphql } from '@/generated/gql.ts';

export const EditableRecordDocument = graphql(`
  query EditableRecord($entity: RecordEntity!, $slug: String!) {
    editableRecord(entity: $entity, slug: $slug) {
      slug
      title
      version
      state
      isSeen
      retractedReason
      input
      createdBy
      changedBy
      changedAt
      isOwn
      actions
      referrers
    }
  }
`);

/** Words for the slugs and codes that a form may hold. */
export const KnownNamesDocument = graphql(`
  query KnownNames {
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

export const PreviewDocument = graphql(`
  query PreviewRecord($entity: RecordEntity!, $slug: String, $version: Int, $input: String) {
    previewRecord(entity: $entity, slug: $slug, version: $version, input: $input) {
      problems {
        path
        message
      }
      effects {
        label
        before {
          low
          high
        }
        after {
          low
          high
        }
      }
    }
  }
`);

export const CommentsDocument = graphql(`
  query RecordComments($entity: RecordEntity!, $slug: String!) {
    comments(entity: $entity, slug: $slug) {
      id
      author
      at
      text
      version
    }
  }
`);

export const AddCommentDocument = graphql(`
  mutation AddComment($entity: RecordEntity!, $slug: String!, $text: String!) {
    addComment(entity: $entity, slug: $slug, text: $text) {
      __typename
      ... on CommentAdded {
        comment {
          id
          author
          at
          text
          version
        }
      }
      ... on ValidationFailed {
        problems {
          message
        }
      }
      ... on NotAllowed {
        message
      }
      ... on NotFound {
        message
      }
    }
  }
`);

export const TouchPresenceDocument = graphql(`
  mutation TouchPresence($entity: RecordEntity!, $slug: String!, $isEditing: Boolean!) {
    touchPresence(entity: $entity, slug: $slug, isEditing: $isEditing) {
      name
      since
      isEditing
    }
  }
`);

export const LeavePresenceDocument = graphql(`
  mutation LeavePresence($entity: RecordEntity!, $slug: String!) {
    leavePresence(entity: $entity, slug: $slug)
  }
`);
