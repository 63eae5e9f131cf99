import type { Chance } from '../../bench/random.ts';
import { type Desk, NoAnswer, Troubled } from './desk.ts';
import type { Attempt, Journal, Standing, Tracked } from './journal.ts';
import { writeCommitment, writeSource } from './records.ts';

const MOST_RECORDS = 24;
const MOST_AT_ONCE = 5;

const REFUSED = `... on ValidationFailed { problems { path message } } ... on NotAllowed { message }
  ... on NotFound { message } ... on Conflict { currentVersion }`;
const ANSWER = `__typename ... on CommitmentSaved { commitment { version } } ${REFUSED}`;
const SOURCE_ANSWER = `__typename ... on SourceSaved { source { version } } ${REFUSED}`;
const DELETED = `__typename ${REFUSED}`;

const CREATE = `mutation ($input: CommitmentInput!) { result: createCommitment(input: $input) { ${ANSWER} } }`;
const UPDATE = `mutation ($slug: String!, $version: Int!, $input: CommitmentInput!) {
  result: updateCommitment(slug: $slug, version: $version, input: $input) { ${ANSWER} } }`;
const CREATE_SOURCE = `mutation ($input: SourceInput!) { result: createSource(input: $input) { ${SOURCE_ANSWER} } }`;
const UPDATE_SOURCE = `mutation ($slug: String!, $version: Int!, $input: SourceInput!) {
  result: updateSource(slug: $slug, version: $version, input: $input) { ${SOURCE_ANSWER} } }`;
const COMMENT = `mutation ($slug: String!, $text: String!) {
  result: addComment(entity: COMMITMENT, slug: $slug, text: $text) { __typename } }`;
const INVITE = `mutation ($input: InvitationInput!) { result: invitePerson(input: $input) { __typename } }`;

const MOVES = {
  submit: { from: 'DRAFT', to: 'IN_REVIEW', write: (of: string) => `submitCommitment(${of})` },
  publish: { from: 'IN_REVIEW', to: 'PUBLISHED', write: (of: string) => `publishCommitment(${of})` },
  retract: {
    from: 'PUBLISHED',
    to: 'RETRACTED',
    write: (of: string) => `retractCommitment(${of}, reason: "wrong")`,
  },
  again: { from: 'RETRACTED', to: 'PUBLISHED', write: (of: string) => `publishCommitment(${of})` },
} as const;
type Move = keyof typeof MOVES;

export interface WriterParts {
  name: string;
  chance: Chance;
  desk: Desk;
  journal: Journal;
  /** Records of this writer: nobody else writes to them. */
  own: Tracked[];
  isOver(): boolean;
  /** The server answered, and with a trouble of its own. */
  onTrouble(message: string): void;
}

/** Writes one thing after the other until the server is gone. */
export async function keepWriting(parts: WriterParts): Promise<void> {
  for (let n = 0; !parts.isOver(); n += 1) {
    try {
      await writeOnce(parts, n);
    } catch (error) {
      if (error instanceof Troubled) return parts.onTrouble(error.message);
      if (error instanceof NoAnswer) return;
      throw error;
    }
  }
}

async function writeOnce(parts: WriterParts, n: number): Promise<void> {
  const { chance, own } = parts;
  const here = own.filter(({ now }) => now !== null);
  const act = chance.weigh({
    create: here.length < MOST_RECORDS ? 5 : 0.5,
    edit: 6,
    move: 7,
    bulk: 3,
    source: 3,
    comment: 1,
    invite: 0.3,
    delete: 1,
  });
  const name = `${parts.name}-${n}`;
  const record = here.length > 0 ? chance.pick(here) : null;
  if (act === 'create' || record === null) return create(parts, name);
  if (act === 'source') return writeOwnSource(parts, name);
  if (act === 'invite') return invite(parts, name);
  if (record.entity === 'SOURCE') return updateTitle(parts, record, name);
  if (act === 'comment') return comment(parts, record, name);
  if (act === 'bulk') return moveMany(parts);
  const state = record.now?.state;
  if (act === 'delete' && (state === 'DRAFT' || state === 'IN_REVIEW')) return remove(parts, record);
  if (act === 'edit' && state !== 'RETRACTED') return updateTitle(parts, record, name);
  return moveAll(parts, [record], nextMove(state));
}

function nextMove(state: string | null | undefined): Move {
  const found = (Object.keys(MOVES) as Move[]).find((move) => MOVES[move].from === state);
  if (!found) throw new Error(`no way on from ${state}`);
  return found;
}

async function create(parts: WriterParts, slug: string): Promise<void> {
  const record: Tracked = { entity: 'COMMITMENT', slug, now: null };
  parts.own.push(record);
  const next = { version: 1, title: `Pledge ${slug}`, state: 'DRAFT' };
  await write(parts, 'a creation', record, next, 0, CREATE, { input: writeCommitment(slug, next.title) });
}

async function writeOwnSource(parts: WriterParts, name: string): Promise<void> {
  const known = parts.own.filter(({ entity, now }) => entity === 'SOURCE' && now !== null);
  if (known.length >= 4) return updateTitle(parts, parts.chance.pick(known), name);
  const record: Tracked = { entity: 'SOURCE', slug: `source-${name}`, now: null };
  parts.own.push(record);
  const next = { version: 1, title: `Paper ${name}`, state: null };
  const input = writeSource(record.slug, next.title);
  await write(parts, 'a new source', record, next, 1, CREATE_SOURCE, { input });
}

async function updateTitle(parts: WriterParts, record: Tracked, name: string): Promise<void> {
  const { slug, now, entity } = record;
  if (now === null) return;
  const next = { ...now, version: now.version + 1, title: `Changed ${name}` };
  const isSource = entity === 'SOURCE';
  const input = isSource ? writeSource(slug, next.title) : writeCommitment(slug, next.title);
  const revisions = isSource || now.state === 'PUBLISHED' ? 1 : 0;
  const variables = { slug, version: now.version, input };
  await write(parts, 'an edit', record, next, revisions, isSource ? UPDATE_SOURCE : UPDATE, variables);
}

async function remove(parts: WriterParts, record: Tracked): Promise<void> {
  const { slug, now } = record;
  const query = `mutation ($slug: String!, $version: Int!) {
    result: deleteCommitment(slug: $slug, version: $version) { ${DELETED} } }`;
  await write(parts, 'a deletion', record, null, 0, query, { slug, version: now?.version });
}

async function write(
  { desk, journal }: WriterParts,
  what: string,
  record: Tracked,
  next: Standing,
  revisions: number,
  query: string,
  variables: object,
): Promise<void> {
  const attempt = journal.begin({ what, changes: [{ record, next }], revisions });
  const { result } = await desk.ask(query, variables);
  settle(journal, attempt, result, next);
}

/** Several records of one state in one request, each in a transaction of its own. */
async function moveMany(parts: WriterParts): Promise<void> {
  const move = parts.chance.pick(Object.keys(MOVES) as Move[]);
  const found = parts.own.filter(
    ({ entity, now }) => entity === 'COMMITMENT' && now?.state === MOVES[move].from,
  );
  if (found.length > 0) await moveAll(parts, found.slice(0, MOST_AT_ONCE), move);
}

async function moveAll({ desk, journal }: WriterParts, records: Tracked[], move: Move): Promise<void> {
  const { to, write: writeMove } = MOVES[move];
  const attempts = records.map((record) => {
    const now = record.now;
    if (now === null) throw new Error(`${record.slug} is gone`);
    const changes = [{ record, next: { ...now, version: now.version + 1, state: to } }];
    const revisions = move === 'submit' ? 0 : 1;
    return {
      before: now,
      attempt: journal.begin({ what: `${move} of ${records.length}`, changes, revisions }),
    };
  });
  const fields = attempts.map(({ attempt, before }, index) => {
    const slug = attempt.changes[0]?.record.slug;
    return `r${index}: ${writeMove(`slug: "${slug}", version: ${before.version}`)} { ${ANSWER} }`;
  });
  const data = await desk.ask(`mutation { ${fields.join('\n')} }`);
  for (const [index, { attempt }] of attempts.entries()) {
    settle(journal, attempt, data[`r${index}`], attempt.changes[0]?.next ?? null);
  }
}

function settle(journal: Journal, attempt: Attempt, result: any, next: Standing): void {
  const version = (result.commitment ?? result.source)?.version;
  const isDone = next === null ? result.__typename === 'RecordDeleted' : version === next.version;
  if (isDone) journal.acknowledge(attempt);
  else journal.refuse(attempt, JSON.stringify(result).slice(0, 300));
}

async function comment({ desk, journal }: WriterParts, { slug }: Tracked, name: string): Promise<void> {
  const added = { kind: 'comment' as const, slug, text: `Remark ${name}`, isAcknowledged: false };
  journal.added.push(added);
  const { result } = await desk.ask(COMMENT, { slug, text: added.text });
  if (result.__typename !== 'CommentAdded') throw new Error(`no comment: ${result.__typename}`);
  added.isAcknowledged = true;
  journal.acknowledged += 1;
}

async function invite({ desk, journal }: WriterParts, name: string): Promise<void> {
  const email = `${name}@example.org`;
  const added = { kind: 'person' as const, slug: '', text: email, isAcknowledged: false };
  journal.added.push(added);
  const { result } = await desk.ask(INVITE, { input: { name, email, role: 'EDITOR' } });
  if (result.__typename !== 'PasswordLinkMade') throw new Error(`nobody invited: ${result.__typename}`);
  added.isAcknowledged = true;
  journal.acknowledged += 1;
}
