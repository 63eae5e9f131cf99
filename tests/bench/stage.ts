import type { Database } from '../../prisma/src/index.ts';
import { HEADERS, hashQuery, writeApiPath, writeFloorPath } from './addresses.ts';
import { findDifference } from './compare.ts';
import { type Load, NoAnswer } from './measure.ts';
import type { Question } from './questions.ts';
import { type RunningServer, startApi, startFloor } from './servers.ts';

/** A database of some size with the product and the floor before it. */
export interface Stage {
  /** The API; a new process where the last one ended or was still at a question that was given up. */
  api(): Promise<RunningServer>;
  floor: RunningServer;
  limit: number;
  giveUp(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(
  db: Pick<Database, 'query'>,
  databaseUrl: string,
  questions: Question[],
  limit: number,
): Promise<Stage> {
  const statements = Object.fromEntries(questions.map(({ name, sql }) => [name, sql]));
  const floor = await startFloor({ databaseUrl, statements });
  let running: Promise<RunningServer> | null = null;
  const stop = async () => {
    const server = await running;
    running = null;
    await server?.stop();
  };
  return {
    floor,
    limit,
    async api() {
      if (running && !(await running).isAlive()) await stop();
      running ??= startApi(databaseUrl);
      return running;
    },
    async giveUp() {
      await stop();
      await db.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'muster' AND state = 'active' AND pid <> pg_backend_pid()",
      );
    },
    async close() {
      await stop();
      await floor.stop();
    },
  };
}

export interface Checked {
  product: Load;
  floor: Load;
  /** Seconds that the slower of both took for one answer. */
  slowest: number;
  /** What the product answered, byte for byte. */
  body: string;
}

let unique = 0;

/**
 * Asks both, and holds their answers to one another: an Error where they differ, NoAnswer where the product has none within
 * the limit. Sums of shares of days may miss a whole person by a last bit, so `tolerance` lets 1 pass.
 */
export async function checkAnswers(stage: Stage, question: Question, tolerance: number): Promise<Checked> {
  const api = await stage.api();
  const floor = { ...stage.floor, headers: {}, path: (n: number) => writeFloorPath(question, n) };
  const product = { ...api, headers: HEADERS, path: (n: number) => writeApiPath(question, n, unique++) };
  await persist(stage, api, question);
  let last = { seconds: 0, body: '' };
  for (const request of [0, 1]) {
    const theirs = await ask(`${floor.origin}${floor.path(request)}`, {}, 120);
    last = await askProduct(stage, api, `${product.origin}${product.path(request)}`);
    const { data, errors } = JSON.parse(last.body);
    if (errors) throw new NoAnswer(`error ${errors[0]?.extensions?.code ?? ''}: ${errors[0]?.message}`);
    const difference = findDifference({ data }, JSON.parse(theirs.body), tolerance);
    if (difference) throw new Error(`${question.name}: product and floor differ at ${difference}`);
    last.seconds = Math.max(last.seconds, theirs.seconds);
  }
  return { product, floor, slowest: last.seconds, body: last.body };
}

/** One answer of the product. NoAnswer, and a new process for the next question, where there is none within the limit. */
export async function askProduct(
  stage: Stage,
  api: RunningServer,
  url: string,
): Promise<{ seconds: number; body: string }> {
  try {
    return await ask(url, HEADERS, stage.limit);
  } catch (error) {
    const isAlive = api.isAlive();
    await stage.giveUp();
    if ((error as Error).name === 'TimeoutError') throw new NoAnswer(`no answer in ${stage.limit} s`);
    throw new NoAnswer(isAlive ? `no answer: ${(error as Error).message}` : 'no answer: the process ended');
  }
}

/** The query's text once, so that its hash is enough from then on. */
async function persist(stage: Stage, api: RunningServer, { query, ask: askFor }: Question): Promise<void> {
  const parameters = new URLSearchParams({
    query,
    variables: JSON.stringify(askFor(0).variables),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashQuery(query) } }),
  });
  await askProduct(stage, api, `${api.origin}/graphql?${parameters}`);
}

async function ask(
  url: string,
  headers: Record<string, string>,
  limit: number,
): Promise<{ seconds: number; body: string }> {
  const start = performance.now();
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(limit * 1_000) });
  const body = await response.text();
  if (!response.ok) throw new Error(`status ${response.status}: ${body.slice(0, 200)}`);
  return { seconds: (performance.now() - start) / 1_000, body };
}
