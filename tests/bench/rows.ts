import { HEADERS, writeApiPath } from './addresses.ts';
import { type Comparison, compareSpeed, NoAnswer, type Pace } from './measure.ts';
import type { Peer, PeerAnswer } from './peers/index.ts';
import type { Question } from './questions.ts';
import { checkAnswers, type Stage } from './stage.ts';

/** A line of the table of ratios. */
export interface Line {
  name: string;
  title: string;
  counts: number;
  /** Words instead of figures where the product has no answer. */
  result: Comparison | string;
}

/** A question that no memory answers, against one SQL. */
export async function measureCold(
  stage: Stage,
  question: Question,
  counts: number,
  pace: Pace,
): Promise<Line> {
  const line = { name: question.name, title: `cold: ${question.title}`, counts };
  return survive(stage, line, async () => {
    const { product, floor, slowest } = await checkAnswers(stage, question, 1);
    return compareSpeed(product, floor, slowest, pace);
  });
}

/** The same question again and again, answered from memory and with 304, against the same bytes from memory. */
export async function measureWarm(
  stage: Stage,
  question: Question,
  counts: number,
  pace: Pace,
): Promise<Line[]> {
  const lines: Line[] = [];
  const path = writeApiPath(question, 0);
  const measure = (name: string, title: string, headersOf: (tag: string) => Record<string, string>) =>
    survive(stage, { name, title, counts }, async () => {
      await checkAnswers(stage, question, 1);
      const api = await stage.api();
      const response = await fetch(`${api.origin}${path}`, { headers: HEADERS });
      await fetch(`${stage.floor.origin}/bytes`, { method: 'PUT', body: await response.text() });
      const tag = response.headers.get('etag');
      if (!tag) throw new NoAnswer('its answers carry no ETag');
      const product = { ...api, headers: { ...HEADERS, ...headersOf(tag) }, path: () => path };
      const floor = { ...stage.floor, headers: headersOf('"floor"'), path: () => '/bytes' };
      return compareSpeed(product, floor, 0, pace);
    });
  lines.push(await measure('warm', `warm: ${question.title}, against bytes from memory`, () => ({})));
  lines.push(await measure('304', '304: the same, not modified', (tag) => ({ 'if-none-match': tag })));
  return lines;
}

interface FloorList {
  data: { commitments: { nodes: { slug: string }[] } };
}

/** The list by another server, against the same SQL as ours. Throws where it lists more or fewer counts. */
export async function measurePeer(
  stage: Stage,
  { peer, databaseUrl, floorPath }: { peer: Peer; databaseUrl: string; floorPath: string },
  counts: number,
  pace: Pace,
): Promise<Line> {
  const { title, query, variables, start } = peer;
  const server = await start(databaseUrl);
  const line = { name: 'peers', title: `cold: the same list, by ${title}`, counts };
  try {
    return await survive(stage, line, async () => {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const response = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body });
      const { data, errors } = (await response.json()) as PeerAnswer;
      if (errors) throw new NoAnswer(`error: ${errors[0]?.message}`);
      const floorAnswer = await fetch(`${stage.floor.origin}${floorPath}`);
      const { data: expected } = (await floorAnswer.json()) as FloorList;
      const [theirs, ours] = [data.counts.nodes.length, expected.commitments.nodes.length];
      if (theirs !== ours) throw new Error(`${title} lists ${theirs} counts in place of ${ours}`);
      const product = { ...server, headers, body, path: () => '/graphql' };
      const floor = { ...stage.floor, headers: {}, path: () => floorPath };
      return compareSpeed(product, floor, 0, pace);
    });
  } finally {
    await server.stop();
  }
}

async function survive(
  stage: Stage,
  line: Omit<Line, 'result'>,
  work: () => Promise<Comparison>,
): Promise<Line> {
  try {
    return { ...line, result: await work() };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    await stage.giveUp();
    return { ...line, result: error.message };
  }
}
