import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../bench/random.ts';
import { type Desk, NoAnswer, send, Troubled } from './desk.ts';
import type { Journal, Tracked } from './journal.ts';

/** A public answer as it was last given, by its question. */
export type Kept = Map<string, { etag: string; body: string }>;

const PUBLIC = { 'apollo-require-preflight': '1' };
const SIZE = '{ dataset { revision size { commitments } } }';
const QUESTIONS = [
  SIZE,
  '{ commitments(first: 10) { totalCount nodes { slug title version } } }',
  '{ commitments(filter: { provider: ["china"] }) { totalCount } }',
  '{ totals { pledged { low high } } }',
];
const MOST_RECORDS = 20;

/** Asks in public what anybody asks, and keeps the answers with their tags, until the server is gone. */
export async function keepReading({
  origin,
  journal,
  chance,
  kept,
  isOver,
}: {
  origin: string;
  journal: Journal;
  chance: Chance;
  kept: Kept;
  isOver(): boolean;
}): Promise<void> {
  while (!isOver()) {
    const written = [...journal.touched].filter(({ entity }) => entity === 'COMMITMENT');
    const record = written.length > 0 && kept.size < MOST_RECORDS ? [askFor(chance.pick(written))] : [];
    for (const question of [...QUESTIONS, ...record]) {
      try {
        kept.set(question, await ask(origin, question));
      } catch (error) {
        if (error instanceof NoAnswer) return;
        throw error;
      }
    }
    await sleep(20);
  }
}

/**
 * Asks again with the old tags. `304` must mean that the answer is the same; a new answer must be what a fresh question is
 * answered. Then holds the public's answers to what editors are told. Gives what is wrong.
 */
export async function checkAnswers(
  origin: string,
  desk: Desk,
  journal: Journal,
  kept: Kept,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [question, old] of kept) {
    const again = await ask(origin, question, old.etag);
    const fresh = await ask(origin, `${question} # ${Math.random()}`);
    const told = again.status === 304 ? old.body : again.body;
    if (told !== fresh.body)
      faults.push(`${question} with an old tag is told ${again.status} ${told.slice(0, 100)}`);
  }
  const { dataset } = await readData(origin, SIZE);
  if (dataset.revision !== journal.revision) {
    faults.push(`the data revision is ${dataset.revision} and should be ${journal.revision}`);
  }
  const { published } = await desk.ask(
    '{ published: editableCommitments(state: [PUBLISHED]) { totalCount } }',
  );
  if (dataset.size.commitments !== published.totalCount) {
    faults.push(
      `the public is told of ${dataset.size.commitments} commitments, editors of ${published.totalCount}`,
    );
  }
  for (const record of [...journal.touched]
    .filter(({ entity }) => entity === 'COMMITMENT')
    .slice(0, MOST_RECORDS)) {
    const { commitment } = await readData(origin, askFor(record));
    const isSeen = record.now?.state === 'PUBLISHED';
    const is = JSON.stringify(commitment && [commitment.title, commitment.version, commitment.state]);
    const should = isSeen
      ? JSON.stringify([record.now?.title, record.now?.version, record.now?.state])
      : 'null';
    if (is !== should) faults.push(`the public is told ${is} of ${record.slug} and should be ${should}`);
  }
  return faults;
}

function askFor({ slug }: Tracked): string {
  return `{ commitment(slug: "${slug}") { title version state } }`;
}

async function readData(origin: string, question: string): Promise<any> {
  const { body } = await ask(origin, question);
  const { data, errors } = JSON.parse(body);
  if (errors || !data) throw new Troubled(body.slice(0, 200));
  return data;
}

async function ask(origin: string, query: string, etag?: string) {
  const url = `${origin}/graphql?query=${encodeURIComponent(query)}`;
  const { response, body } = await send(url, {
    headers: { ...PUBLIC, ...(etag && { 'if-none-match': etag }) },
  });
  return { status: response.status, etag: response.headers.get('etag') ?? '', body };
}
