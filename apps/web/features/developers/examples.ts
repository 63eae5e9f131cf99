/** A question to start from, on the query page. */
export interface Example {
  /** Its name in the address: `?example=article`. */
  name: string;
  title: string;
  /** What it answers, in a sentence. */
  words: string;
  query: string;
}

export const examples: Example[] = [
  {
    name: 'article',
    title: 'Totals',
    words:
      'The founding article’s figures as known on 9 September 2024: what was pledged and what was reported, what takes part, and what is left out and why.',
    query: `{
  totals(
    filter: {
      provider: ["china"]
      slug: [
        "cn-gsi-2023-5000"
        "cn-lianyungang-2024-3000"
        "cn-focac-2024-police-1000"
        "cn-report-2024-2700"
      ]
    }
    knownOn: "2024-09-09"
    assumptions: { placesAsPeople: true }
  ) {
    pledged { low high }
    reported { low high }
    contributions {
      role
      quantity { low high }
      count { title }
      within { title }
    }
    excluded { reason count { title } }
  }
}`,
  },
  {
    name: 'commitments',
    title: 'A list, page by page',
    words:
      'The five commitments stated last. For the next five, give the endCursor of the answer as after, until hasNextPage is false.',
    query: `{
  commitments(first: 5, after: null, orderBy: STATED_ON) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      slug
      title
      unit
      quantity { low high }
      statedOn { date precision }
      program { name }
    }
  }
}`,
  },
  {
    name: 'countries',
    title: 'By country',
    words:
      'What each country was promised and what is reported for it. A shared total is possible for each country, so the rows must not be added.',
    query: `{
  breakdown(by: COUNTRY, filter: { provider: ["china"] }) {
    isAdditive
    rows {
      key
      label
      pledged { low high }
      reported { low high }
      named { pledged { low high } }
    }
  }
}`,
  },
  {
    name: 'groups',
    title: 'By provider and year',
    words:
      'Totals by several dimensions at once, a row for each combination on record: who trains, in which year, with what takes part in the row. A promise over several years is in several rows.',
    query: `{
  breakdown(by: [PROVIDER, YEAR], from: "2020-01-01", first: 100) {
    totalCount
    isAdditive
    rows {
      keys { dimension key label }
      pledged { low high }
      due { low high }
      reported { low high }
      contributions {
        amount { low high }
        count { title }
      }
    }
  }
}`,
  },
  {
    name: 'record',
    title: 'A record and its claims',
    words:
      'One commitment with every telling of it, the words that hold the number, and its links to other counts.',
    query: `{
  commitment(slug: "cn-lianyungang-2024-3000") {
    title
    quantity { low high }
    window { start { date } end { date } stated }
    claims {
      low
      high
      qualifier
      fragment
      rank
      source { title publisher url }
    }
    links { relation basis note to { slug title } }
  }
}`,
  },
  {
    name: 'series',
    title: 'Year by year',
    words: 'What fell due and what was reported, by calendar year and added up since the first.',
    query: `{
  series(interval: YEAR, from: "2015-01-01", assumptions: { schedule: EVEN }) {
    points {
      start
      end
      due { low high }
      reported { low high }
      cumulativeDue { low high }
      cumulativeReported { low high }
    }
    assumptions { knownOn notes }
  }
}`,
  },
];

/** The example of that name; null where there is none. */
export function findExample(name: string | null): Example | null {
  return examples.find((example) => example.name === name) ?? null;
}

/** The address of the query page with an example. */
export function exampleAddress(name: string): string {
  return `/developers/query?example=${name}`;
}
