import type { Ask } from './administrator.ts';

/** Breaks out of an attribute, a title, a script, a CDATA section; runs as a formula; and says where it stood. */
export function payload(place: string): string {
  return `=1+1"'></title></script><img src=x onerror=alert(1)>]]>{{${place}}}`;
}

export interface Planted {
  type: string;
  input: Record<string, unknown>;
  /** Whether it goes through review. */
  hasStates: boolean;
}

const day = (date: string) => ({ date, precision: 'DAY' });

/** One record of each kind, in which every text field holds a payload; `url` is where its sources say they are. */
export function plantRecords(url: string): Planted[] {
  const address = `${url}"><img/src=x/onerror=alert(1)>`;
  const figure = { label: payload('label'), value: 7, qualifier: payload('figure'), note: payload('n') };
  const source = (slug: string, derivedFrom: string | null) => ({
    type: 'Source',
    hasStates: false,
    input: {
      slug,
      title: payload(`${slug}-title`),
      titleIsDescriptive: false,
      publisher: payload('publisher'),
      url: `${address}#${slug}`,
      archivedUrl: `${address}#archived-${slug}`,
      publishedOn: day('2024-01-01'),
      kind: derivedFrom ? 'REWRITE' : 'MEDIA',
      language: 'en',
      derivedFrom,
      derivedFromNote: payload('derivedFromNote'),
      note: payload('source-note'),
    },
  });
  const count = (slug: string, high: number) => ({
    slug,
    title: payload(`${slug}-title`),
    program: 'planted',
    providers: ['ORG:planted'],
    unit: 'PEOPLE',
    measure: 'TRAINEES',
    audience: 'POLICE',
    audienceStated: payload('audience'),
    qualifierStated: payload('q'),
    rate: null,
    window: { start: day('2024-01-01'), end: day('2025-01-01'), endLatest: null, stated: payload('window') },
    statedOn: day('2024-01-01'),
    statedBy: payload('statedBy'),
    voice: 'PROVIDER',
    recipientScope: 'PARTLY_NAMED',
    recipients: [{ country: 'FJI' }, { group: 'GRP:planted' }],
    recipientsStated: payload('recipients'),
    confidence: 'LOW',
    note: payload('count-note'),
    claims: [
      {
        source: 'planted-one',
        low: 10,
        high,
        qualifier: 'OVER',
        rank: 'PREFERRED',
        rankReason: payload('rank'),
      },
      { source: 'planted-two', low: 5, high: 6, rank: 'DEPRECATED', rankReason: payload('deprecated') },
    ].map((claim) => ({
      ...claim,
      fragment: payload('fragment'),
      locator: payload('locator'),
      language: 'en',
      note: payload('claim-note'),
    })),
    otherFigures: [figure],
  });
  const commitment = (slug: string) => ({
    type: 'Commitment',
    hasStates: true,
    input: { ...count(slug, 20), status: 'ANNOUNCED' },
  });
  const name = (type: string, input: object) => ({
    type,
    hasStates: false,
    input: { slug: 'planted', name: payload(`${type}-name`), ...input },
  });
  const members = [{ country: 'FJI', since: null, until: null, note: payload('member') }];
  return [
    source('planted-one', null),
    source('planted-two', 'planted-one'),
    name('Program', { description: payload('program') }),
    name('Provider', { code: 'ORG:planted', kind: 'ORGANISATION', country: null }),
    name('Group', { code: 'GRP:planted', kind: 'INFORMAL', description: payload('group'), members }),
    commitment('planted-promise'),
    commitment('planted-withdrawn'),
    { type: 'ReportedTotal', hasStates: true, input: count('planted-report', 12) },
    {
      type: 'Event',
      hasStates: true,
      input: {
        slug: 'planted-event',
        title: payload('event-title'),
        kind: 'FORUM',
        status: null,
        program: 'planted',
        providers: ['ORG:planted'],
        audienceStated: payload('event-audience'),
        startsOn: day('2024-01-01'),
        endsOn: null,
        periodStated: payload('period'),
        statedOn: day('2024-01-01'),
        statedBy: payload('event-by'),
        place: payload('place'),
        countries: [{ country: 'FJI', role: 'PARTICIPANT' }],
        groups: [{ group: 'GRP:planted', role: 'MENTIONED' }],
        countriesStated: payload('countries'),
        confidence: 'LOW',
        note: payload('event-note'),
        supersedes: null,
        sources: [
          { source: 'planted-one', fragment: payload('event-fragment'), language: 'en', note: payload('es') },
        ],
        otherFigures: [figure],
      },
    },
    {
      type: 'Link',
      hasStates: false,
      input: {
        from: 'planted-report',
        to: 'planted-promise',
        relation: 'FULFILS',
        basis: 'INFERRED',
        note: payload('link'),
        source: 'planted-one',
      },
    },
  ];
}

/** Writes them all, publishes what has states, and leaves words wherever else somebody may write them. */
export async function publishRecords(ask: Ask, records: Planted[]): Promise<void> {
  const reason = payload('reason');
  for (const { type, input, hasStates } of records) {
    const create = `mutation ($input: ${type}Input!, $reason: String) { result: create${type}(input: $input, reason: $reason) {
      __typename ... on ValidationFailed { problems { path message } } } }`;
    await requireSaved(ask(create, { input, reason }), `${type}Saved`);
    if (hasStates)
      for (const [i, step] of ['submit', 'publish'].entries()) await move(type, step, input.slug, i + 1);
  }
  await move('Commitment', 'retract', 'planted-withdrawn', 3);
  const country = `mutation ($name: String!, $reason: String) { result: updateCountry(iso3: "FJI", version: 1, input: { name: $name },
    reason: $reason) { __typename ... on ValidationFailed { problems { path message } } } }`;
  await requireSaved(ask(country, { name: payload('country'), reason }), 'CountrySaved');
  const comment = `mutation ($text: String!) { result: addComment(entity: COMMITMENT, slug: "planted-promise", text: $text) { __typename } }`;
  await requireSaved(ask(comment, { text: payload('comment') }), 'CommentAdded');
  const invite = `mutation ($name: String!) { result: invitePerson(input: { name: $name, email: "x@example.org", role: EDITOR }) { __typename } }`;
  await requireSaved(ask(invite, { name: payload('person') }), 'PasswordLinkMade');
  const key = `mutation ($name: String!) { result: createApiKey(input: { name: $name, scopes: [QUERY], days: 30 }) { __typename } }`;
  await requireSaved(ask(key, { name: payload('k') }), 'ApiKeyCreated');

  async function move(type: string, step: string, slug: unknown, version: number): Promise<void> {
    const mutation = `mutation ($slug: String!, $version: Int!, $reason: String!) {
      result: ${step}${type}(slug: $slug, version: $version, reason: $reason) { __typename } }`;
    await requireSaved(ask(mutation, { slug, version, reason }), `${type}Saved`);
  }
}

async function requireSaved(
  answer: Promise<{ result: { __typename: string } }>,
  expected: string,
): Promise<void> {
  const { result } = await answer;
  if (result.__typename !== expected) throw new Error(`not ${expected}: ${JSON.stringify(result)}`);
}
