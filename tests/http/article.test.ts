import { expect, inject, test } from 'vitest';

const question = /* GraphQL */ `
  query Article($knownOn: Date!) {
    totals(
      filter: {
        slug: [
          "cn-gsi-2023-5000"
          "cn-lianyungang-2024-3000"
          "cn-focac-2024-police-1000"
          "cn-report-2024-2700"
        ]
        provider: ["china"]
      }
      knownOn: $knownOn
      assumptions: { placesAsPeople: true }
    ) {
      pledged { low high }
      reported { low high }
      contributions {
        role
        count { slug claims { fragment source { publisher } } }
        within { slug }
      }
      excluded { reason count { slug } }
      assumptions { placesAsPeople knownOn }
    }
  }
`;

async function ask(query: string, variables: object = {}) {
  const response = await fetch(`${inject('origin')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.headers.get('x-request-id')).toBeTruthy();
  const body = (await response.json()) as { data: any; errors?: unknown };
  expect(body.errors).toBeUndefined();
  return body.data;
}

test('the article: 5,000–9,000 pledged and 2,700 reported, as known on the day of the forum', async () => {
  const { totals } = await ask(question, { knownOn: '2024-09-09' });
  expect(totals.pledged).toEqual({ low: 5000, high: 9000 });
  expect(totals.reported).toEqual({ low: 2700, high: 2700 });
  expect(totals.assumptions).toEqual({ placesAsPeople: true, knownOn: '2024-09-09' });
  const small = totals.contributions.find(
    (c: { count: { slug: string } }) => c.count.slug === 'cn-focac-2024-police-1000',
  );
  expect(small.role).toBe('MAY_BE_PART_OF');
  expect(small.within.map((count: { slug: string }) => count.slug)).toContain('cn-lianyungang-2024-3000');
  for (const { count } of totals.contributions) {
    expect(count.claims.some((claim: { fragment: string | null }) => claim.fragment)).toBe(true);
  }
});

test('the day before, what was said on the 9th is left out, with that reason', async () => {
  const { totals } = await ask(question, { knownOn: '2024-09-08' });
  expect(totals.pledged).toEqual({ low: 5000, high: 6000 });
  expect(totals.reported).toEqual({ low: 0, high: 0 });
  const unknown = totals.excluded
    .filter((e: { reason: string }) => e.reason === 'NOT_YET_KNOWN')
    .map((e: { count: { slug: string } }) => e.count.slug);
  expect(unknown.sort()).toEqual(['cn-lianyungang-2024-3000', 'cn-report-2024-2700']);
});

test('the link between the 1,000 and the 3,000 carries the words of its source', async () => {
  const { commitment } = await ask(
    '{ commitment(slug: "cn-focac-2024-police-1000") { links { relation basis note to { slug } } } }',
  );
  const link = commitment.links.find(
    (l: { relation: string; to: { slug: string } }) => l.to.slug === 'cn-lianyungang-2024-3000',
  );
  expect(link.relation).toBe('MAY_BE_PART_OF');
  expect(link.note).toContain('It was not immediately clear whether those 1,000 cops were among the 3,000');
});

test('122 is a number of delegations, never of countries trained', async () => {
  const { event, commitments, reportedTotals } = await ask(`{
    event(slug: "cn-lianyungang-forum-2024") { otherFigures { label value note } countries { role } }
    commitments(first: 500) { nodes { quantity { low high } } }
    reportedTotals(first: 500) { nodes { quantity { low high } } }
  }`);
  const figure = event.otherFigures.find((f: { value: number }) => f.value === 122);
  expect(figure.label).toMatch(/countries, regions and international organisations represented/);
  expect(figure.note).toMatch(/never be read as 122 countries/);
  const quantities = [...commitments.nodes, ...reportedTotals.nodes].map((count) => count.quantity);
  expect(quantities.some((q) => q?.low === 122 || q?.high === 122)).toBe(false);
  const page = await (await fetch(`${inject('origin')}/events/cn-lianyungang-forum-2024`)).text();
  expect(page).toContain('represented');
  expect(page).toContain('never be read as 122 countries');
});
