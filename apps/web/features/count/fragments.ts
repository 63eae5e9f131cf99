import { graphql } from '@/generated/gql.ts';

/** A count in one line of a list. */
export const CountLineFragment = graphql(`
  fragment CountLine on Count {
    __typename
    slug
    title
    program {
      slug
      name
    }
    providers {
      slug
      name
    }
    unit
    measure
    rate
    quantity {
      low
      high
    }
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
    voice
    recipientScope
    recipients {
      country {
        iso3
        name
      }
      group {
        slug
        name
      }
    }
    claims {
      low
      high
      qualifier
      rank
    }
  }
`);

/** Everything that a count's own page tells, except what only commitments have. */
export const CountRecordFragment = graphql(`
  fragment CountRecord on Count {
    ...CountLine
    audience
    audienceStated
    qualifierStated
    knownOn
    statedBy
    recipientsStated
    confidence
    note
    witnessCount
    recipients {
      share {
        low
        high
      }
    }
    claims {
      ...ClaimTelling
    }
    links {
      ...CountLink
    }
    otherFigures {
      label
      value
      qualifier
      note
    }
    trackability {
      score
      parts {
        part
        present
      }
    }
    history {
      version
      action
      actor
      reason
      at
      changedFields
    }
    version
  }
`);

export const ClaimTellingFragment = graphql(`
  fragment ClaimTelling on Claim {
    low
    high
    qualifier
    fragment
    locator
    language
    rank
    rankReason
    note
    source {
      slug
      title
      titleIsDescriptive
      publisher
      url
      kind
      language
      publishedOn {
        date
        precision
      }
      ...Lineage
    }
  }
`);

/** What a document goes back to, five documents deep: deeper than any that is on record. */
export const LineageFragment = graphql(`
  fragment Lineage on Source {
    derivedFromNote
    derivedFrom {
      ...Ancestor
      derivedFrom {
        ...Ancestor
        derivedFrom {
          ...Ancestor
          derivedFrom {
            ...Ancestor
            derivedFrom {
              ...Ancestor
            }
          }
        }
      }
    }
  }
  fragment Ancestor on Source {
    slug
    publisher
    derivedFromNote
  }
`);

export const CountLinkFragment = graphql(`
  fragment CountLink on Link {
    relation
    basis
    note
    source {
      slug
      publisher
    }
    from {
      ...LinkedCount
    }
    to {
      ...LinkedCount
    }
  }
`);

/** The other end of a link: enough for a box and a sentence. */
export const LinkedCountFragment = graphql(`
  fragment LinkedCount on Count {
    __typename
    slug
    title
    knownOn
    statedOn {
      date
      precision
    }
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
    }
    program {
      name
    }
    providers {
      name
    }
    unit
    rate
    quantity {
      low
      high
    }
    claims {
      low
      high
      qualifier
      rank
    }
  }
`);
