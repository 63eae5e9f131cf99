import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ensureSetupLink } from '../../apps/api/src/auth/setup-link.ts';
import type { Database } from '../../prisma/src/index.ts';
import { createAdministrator, type Person, signIn } from '../support/administrator.ts';
import { medianOf, NoAnswer } from './measure.ts';
import type { Question } from './questions.ts';
import type { RunningServer } from './servers.ts';
import { askProduct, checkAnswers, type Stage } from './stage.ts';

/** A line of the table of growth: milliseconds for one answer, asked for one after the other. */
export interface GrowthLine {
  name: string;
  counts: number;
  /** Words where there is no answer. */
  product: number | string;
  floor: number | null;
  /** Megabytes of the process, which was started for these answers alone. */
  memory: { now: number; most: number } | null;
}

/** What no hand-written statement does likewise. */
export interface Errand {
  name: string;
  run(api: RunningServer): Promise<unknown>;
}

const SLOWEST_ERRAND_MS = 240_000;
const IMPORTED = 'import (stage, check, apply)';
/** Above so many rows an import takes minutes and says nothing new. */
export const MOST_IMPORTED = 100_000;

const DESK =
  'query { qualityDesk { kinds { kind open } findings(first: 50) { totalCount nodes { kind } } } }';

/** A whole table as a file, and the list of all that is wrong with the record. */
export function listErrands(db: Database): Errand[] {
  let administrator: Person | null = null;
  return [
    {
      name: 'export of all commitments as CSV',
      run: (api) => read(`${api.origin}/data/commitments.csv`, { 'accept-encoding': 'identity' }),
    },
    {
      name: 'quality desk',
      async run(api) {
        // The session outlives the process that began it; its address does not.
        const publicUrl = api.origin.replace('127.0.0.1', 'localhost');
        const link = await ensureSetupLink(db, publicUrl);
        administrator = link
          ? await createAdministrator({ origin: api.origin, publicUrl, output: () => link })
          : await signIn(api.origin, publicUrl, administrator?.email ?? '');
        const headers = { cookie: administrator.cookie, 'apollo-require-preflight': '1' };
        const { errors } = JSON.parse(
          await read(`${api.origin}/graphql?${new URLSearchParams({ query: DESK })}`, headers),
        );
        if (errors) throw new NoAnswer(`error: ${errors[0]?.message}`);
      },
    },
  ];
}

/** Time for one answer, of the product and of the floor, and what memory the product takes for it. */
export async function measureGrowth(
  stage: Stage,
  question: Question,
  counts: number,
  seconds: number,
): Promise<GrowthLine> {
  return survive({ name: question.name, counts }, async () => {
    await stage.giveUp();
    const { product, floor } = await checkAnswers(stage, question, 1);
    const times: { product: number[]; floor: number[] } = { product: [], floor: [] };
    const end = performance.now() + seconds * 1_000;
    do {
      const api = await stage.api();
      const answer = await askProduct(stage, api, `${product.origin}${product.path(times.product.length)}`);
      times.product.push(answer.seconds * 1_000);
      const start = performance.now();
      await read(`${floor.origin}${floor.path(times.floor.length)}`);
      times.floor.push(performance.now() - start);
    } while (performance.now() < end);
    const memory = (await stage.api()).readMemory();
    return { product: medianOf(times.product), floor: medianOf(times.floor), memory };
  });
}

export async function measureErrand(
  stage: Stage,
  { name, run }: Errand,
  counts: number,
): Promise<GrowthLine> {
  return survive({ name, counts }, async () => {
    await stage.giveUp();
    const api = await stage.api();
    const start = performance.now();
    await run(api);
    return { product: performance.now() - start, floor: null, memory: api.readMemory() };
  });
}

/** A file of so many counts into an empty database of the same server. */
export async function measureImport(databaseUrl: string, counts: number): Promise<GrowthLine> {
  return survive({ name: IMPORTED, counts }, async () => {
    const child = fork(join(import.meta.dirname, 'import.ts'), [String(counts), databaseUrl], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const told = await new Promise<{ milliseconds: number; megabytes: number }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as never));
      child.once('exit', () => reject(new NoAnswer('the import failed')));
    });
    return {
      product: told.milliseconds,
      floor: null,
      memory: { now: told.megabytes, most: told.megabytes },
    };
  });
}

async function survive(
  line: Pick<GrowthLine, 'name' | 'counts'>,
  work: () => Promise<Omit<GrowthLine, 'name' | 'counts'>>,
): Promise<GrowthLine> {
  try {
    return { ...line, ...(await work()) };
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    if (!isLate && !(error instanceof NoAnswer)) throw error;
    const product = isLate ? `no answer in ${SLOWEST_ERRAND_MS / 1_000} s` : (error as Error).message;
    return { ...line, product, floor: null, memory: null };
  }
}

/** Reads to the end; large files are not kept. */
async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(SLOWEST_ERRAND_MS) });
  if (!response.ok || !response.body) throw new NoAnswer(`status ${response.status}`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body)
    if (text.length < 1e6) text += decoder.decode(chunk, { stream: true });
  return text;
}
