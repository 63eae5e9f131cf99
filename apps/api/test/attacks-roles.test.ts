import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillArguments, mutations, queries, writeOperation } from './support/contract.ts';
import { kinds } from './support/entities.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import type { Person } from './support/people.ts';

type Role = Person['role'];
const ROLES: Role[] = ['EDITOR', 'REVIEWER', 'ADMIN'];

/** The least role for each change, made to what readers see or to somebody else's account; whoever adds one says whose it is. */
const CHANGES: Record<string, Role> = {
  ...Object.fromEntries(
    ['Commitment', 'ReportedTotal', 'Event', 'Source', 'Program', 'Provider', 'Group', 'Link'].flatMap(
      (type) => [
        [`create${type}`, 'EDITOR'],
        [`update${type}`, 'REVIEWER'],
        [`delete${type}`, 'REVIEWER'],
      ],
    ),
  ),
  ...Object.fromEntries(
    ['Commitment', 'ReportedTotal', 'Event'].flatMap((type) => [
      [`submit${type}`, 'EDITOR'],
      [`publish${type}`, 'REVIEWER'],
      [`retract${type}`, 'REVIEWER'],
    ]),
  ),
  createLink: 'REVIEWER',
  updateCountry: 'REVIEWER',
  restoreRevision: 'REVIEWER',
  sendBackRecord: 'REVIEWER',
  addComment: 'EDITOR',
  touchPresence: 'EDITOR',
  leavePresence: 'EDITOR',
  renameOwnAccount: 'EDITOR',
  dismissFinding: 'REVIEWER',
  reopenFinding: 'REVIEWER',
  createRelease: 'ADMIN',
  createApiKey: 'ADMIN',
  revokeApiKey: 'ADMIN',
  invitePerson: 'ADMIN',
  createPasswordLink: 'ADMIN',
  changeRole: 'ADMIN',
  disablePerson: 'ADMIN',
  enablePerson: 'ADMIN',
  removeTotp: 'ADMIN',
  endSessions: 'ADMIN',
};

/** The least role for each question that readers may not ask; all others are everybody's. */
const QUESTIONS: Record<string, Role> = {
  ...Object.fromEntries(
    queries.filter(({ name }) => name.startsWith('editable')).map(({ name }) => [name, 'EDITOR'] as const),
  ),
  comments: 'EDITOR',
  myDrafts: 'EDITOR',
  previewRecord: 'EDITOR',
  qualityDesk: 'EDITOR',
  recordHistory: 'EDITOR',
  reviewQueue: 'EDITOR',
  sendsMail: 'ADMIN',
  apiKeys: 'ADMIN',
  auditLog: 'ADMIN',
  people: 'ADMIN',
};

/** What no input takes, for it follows from who asks and from what was done. */
const UNASKED = [
  'id',
  'state',
  'version',
  'publishedAt',
  'updatedAt',
  'createdAt',
  'knownOn',
  'author',
  'actor',
  'userId',
  'disabledAt',
];

let room: Newsroom;
let people: Record<Role, Person>;
const seen: Record<string, Record<string, unknown>> = {};

beforeAll(async () => {
  room = await openNewsroom('pglite');
  people = { EDITOR: room.editor, REVIEWER: room.reviewer, ADMIN: room.admin };
  for (const kind of kinds) {
    const input = kind.make();
    const { data } = await room.ask(
      room.admin,
      `mutation ($input: ${kind.type}Input!) { result: create${kind.type}(input: $input) { __typename } }`,
      { input },
    );
    expect([kind.type, data?.result.__typename]).toEqual([kind.type, `${kind.type}Saved`]);
    seen[kind.type] = { slug: input.slug, input };
    if (kind.hasStates)
      for (const [i, step] of ['submit', 'publish'].entries()) await move(kind.type, step, i + 1);
  }
  const [from, to] = [seen.Commitment?.slug, seen.ReportedTotal?.slug];
  seen.Link = {
    input: { from: to, to: from, relation: 'FULFILS', basis: 'INFERRED', note: null, source: null },
  };
  const { data } = await room.ask(
    room.admin,
    'mutation ($input: LinkInput!) { result: createLink(input: $input) { ... on LinkSaved { link { key } } } }',
    { input: seen.Link.input },
  );
  seen.Link.key = data.result.link.key;
  seen.Country = { iso3: 'FJI', input: { name: 'Viti' } };
});
afterAll(() => room.close());

async function move(type: string, step: string, version: number): Promise<void> {
  const { data } = await room.ask(
    room.admin,
    `mutation ($slug: String!, $version: Int!) { result: ${step}${type}(slug: $slug, version: $version) { __typename } }`,
    { slug: seen[type]?.slug, version },
  );
  expect(data.result.__typename).toBe(`${type}Saved`);
}

/** What published records rest on, from before them. */
const NAMES: Record<string, string> = {
  Source: 'daily-2024',
  Program: 'gsi',
  Provider: 'china',
  Group: 'pacific',
};

/** Of published records and what they rest on, and of the administrator's account. */
function valuesFor(name: string): Record<string, unknown> {
  const type = /^(?:create|update|delete|submit|publish|retract|editable)(\w+)$/.exec(name)?.[1] ?? '';
  const record = seen[type] ?? { entity: 'COMMITMENT', slug: seen.Commitment?.slug };
  const slug = /^(update|delete)/.test(name) ? NAMES[type] : undefined;
  return {
    ...record,
    ...(slug && { slug }),
    ...(name === 'createLink' && { input: { ...(record.input as object), relation: 'DISTINCT' } }),
    version: slug || type === 'Link' || type === 'Country' ? 1 : 3,
    to: 1,
    id: room.admin.id,
    ...(name === 'changeRole' && { from: 'ADMIN', to: 'EDITOR' }),
  };
}

async function attempt(kind: 'query' | 'mutation', name: string, person: Person | null): Promise<string> {
  const field = (kind === 'query' ? queries : mutations).find((it) => it.name === name);
  if (!field) throw new Error(`the contract has no ${name}`);
  const given = valuesFor(name);
  const known = Object.fromEntries(
    Object.entries(given).filter(([key]) => field.args.some((arg) => arg.name === key)),
  );
  const values = fillArguments(field, known);
  const { data, errors } = await room.ask(person, writeOperation(kind, field, values), values);
  const code = errors[0]?.extensions.code;
  return code ?? data?.result?.__typename ?? 'OK';
}

/** Everything that is written down anywhere, but for when somebody was last seen. */
async function countRows(): Promise<unknown> {
  const { prisma } = room.db;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT IN ('rate_limit') ORDER BY 1`;
  const sums = [];
  for (const { name } of tables) {
    sums.push([
      name,
      await prisma.$queryRawUnsafe(
        `SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS sum FROM "${name}" t`,
      ),
    ]);
  }
  return sums;
}

test('every change of the contract has its least role here', () => {
  expect(mutations.map(({ name }) => name).sort()).toEqual(Object.keys(CHANGES).sort());
});

const tooLow = Object.entries(CHANGES).flatMap(([name, least]) =>
  [null, ...ROLES.slice(0, ROLES.indexOf(least))].map((role) => [name, role] as const),
);
const REFUSED = ['NotAllowed', 'UNAUTHENTICATED', 'FORBIDDEN'];

test('whoever is below it is refused, and nothing is written', async () => {
  const before = await countRows();
  const answers = [];
  for (const [name, role] of tooLow)
    answers.push([name, role, await attempt('mutation', name, role && people[role])]);
  expect(answers.filter(([, , answer]) => !REFUSED.includes(String(answer)))).toEqual([]);
  expect(await countRows()).toEqual(before);
});

test('whoever has it is not refused for their role', async () => {
  // Sends nobody away, and ends no account.
  const harmless = Object.entries(CHANGES).filter(
    ([name]) => !/Person|Sessions|Role$|Totp|PasswordLink/.test(name),
  );
  const answers = [];
  for (const [name, least] of harmless) answers.push([name, await attempt('mutation', name, people[least])]);
  expect(answers.filter(([, answer]) => REFUSED.includes(String(answer)))).toEqual([]);
});

test('what readers may not ask is refused to whoever is below', async () => {
  const answers = [];
  for (const { name } of queries) answers.push([name, await attempt('query', name, null)]);
  const refused = answers.filter(([, answer]) => REFUSED.includes(String(answer))).map(([name]) => name);
  expect(refused.sort()).toEqual(Object.keys(QUESTIONS).sort());
  for (const [name, least] of Object.entries(QUESTIONS)) {
    for (const role of ROLES.slice(0, ROLES.indexOf(least))) {
      expect([name, role, await attempt('query', name, people[role])]).toEqual([name, role, 'FORBIDDEN']);
    }
    expect([name, REFUSED.includes(await attempt('query', name, people[least]))]).toEqual([name, false]);
  }
});

test.each([
  '/api/admin/audit.csv',
  '/api/admin/export.json',
  '/api/admin/import',
  '/api/admin/import/none',
  '/api/admin/import/none/rows',
  '/api/admin/import/none/rejected.csv',
])('%s tells a reader nothing', async (url) => {
  const { statusCode } = await room.app.inject(url);
  expect([401, 403]).toContain(statusCode);
});

test('no input takes what follows from who asks', async () => {
  const inputs = new Map<string, [string, GraphQLInputObjectType]>();
  for (const { name, args } of mutations) {
    for (const { type } of args) {
      const named = getNamedType(type);
      if (isInputObjectType(named)) inputs.set(named.name, [name, named]);
    }
  }
  expect(inputs.size).toBeGreaterThan(9);
  for (const [name, type] of inputs.values()) {
    const field = mutations.find((it) => it.name === name);
    if (!field) continue;
    for (const extra of [...UNASKED, ...(type.name === 'InvitationInput' ? [] : ['role'])]) {
      expect(Object.keys(type.getFields())).not.toContain(extra);
      const values = fillArguments(field, {});
      (values.input as Record<string, unknown>)[extra] = 'PUBLISHED';
      const { status, errors } = await room.ask(
        room.admin,
        writeOperation('mutation', field, values),
        values,
      );
      expect([type.name, status, errors[0]?.message]).toEqual([
        type.name,
        400,
        expect.stringContaining(`"${extra}"`),
      ]);
    }
  }
});
