import { graphql } from '@/generated/gql.ts';
import type { PersonFieldsFragment } from '@/generated/graphql.ts';

export type ListedPerson = PersonFieldsFragment;
export type ListedSession = PersonFieldsFragment['sessions'][number];

export const PersonFields = graphql(`
  fragment PersonFields on Person {
    id
    name
    email
    role
    state
    hasTotp
    createdAt
    linkExpiresAt
    sessions {
      id
      createdAt
      lastSeenAt
      address
      browser
      isCurrent
    }
  }
`);

export const PersonOutcome = graphql(`
  fragment PersonOutcome on PersonResult {
    __typename
    ... on ValidationFailed {
      problems {
        path
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
`);

export const LinkOutcome = graphql(`
  fragment LinkOutcome on PasswordLinkResult {
    __typename
    ... on PasswordLinkMade {
      url
      expiresAt
      mail
      person {
        name
        email
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
    ... on NotFound {
      message
    }
  }
`);

export const PeopleDocument = graphql(`
  query People {
    people {
      ...PersonFields
    }
    sendsMail
  }
`);

export const OwnAccountDocument = graphql(`
  query OwnAccount {
    ownAccount {
      ...PersonFields
    }
  }
`);

export const InvitePersonDocument = graphql(`
  mutation InvitePerson($input: InvitationInput!) {
    result: invitePerson(input: $input) {
      ...LinkOutcome
    }
  }
`);

export const CreatePasswordLinkDocument = graphql(`
  mutation CreatePasswordLink($id: ID!) {
    result: createPasswordLink(id: $id) {
      ...LinkOutcome
    }
  }
`);

export const ChangeRoleDocument = graphql(`
  mutation ChangeRole($id: ID!, $from: Role!, $to: Role!) {
    result: changeRole(id: $id, from: $from, to: $to) {
      ...PersonOutcome
    }
  }
`);

export const DisablePersonDocument = graphql(`
  mutation DisablePerson($id: ID!) {
    result: disablePerson(id: $id) {
      ...PersonOutcome
    }
  }
`);

export const EnablePersonDocument = graphql(`
  mutation EnablePerson($id: ID!) {
    result: enablePerson(id: $id) {
      ...PersonOutcome
    }
  }
`);

export const RemoveTotpDocument = graphql(`
  mutation RemoveTotp($id: ID!) {
    result: removeTotp(id: $id) {
      ...PersonOutcome
    }
  }
`);

export const EndSessionsDocument = graphql(`
  mutation EndSessions($id: ID!, $sessions: [ID!]) {
    result: endSessions(id: $id, sessions: $sessions) {
      ...PersonOutcome
    }
  }
`);

export const RenameOwnAccountDocument = graphql(`
  mutation RenameOwnAccount($name: String!) {
    result: renameOwnAccount(name: $name) {
      ...PersonOutcome
    }
  }
`);
