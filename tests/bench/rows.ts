import { HEADERS, writeApiPath } from './addresses.ts';
import { type Comparison, compareSpeed, medianOf, NoAnswer, type Pace } from './measure.ts';
import type { Question } from './questions.ts';
import { askProduct, checkAnswers, type Stage } from './stage.ts';

/** A line of the table of ratios. */
export interface Line {
  name: string;
  title: string;
  counts: number;
  /** Words instead of figures where the product has no answer. */
  result: Comparison | string;
}

/** A line of the table of growth: milliseconds for one answer, asked for one after the other. */
export interface GrowthLine {
  name: string;
  counts: number;
  product: number | string;
  floor: number | null;
  /** Megabytes of the API's process after these answers. */
  memory: { now: number; most: number } | null;
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

/** Time for one answer, of the product and of the floor, and what memory the product takes for it. */
export async function measureGrowth(
  stage: Stage,
  question: Question,
  counts: number,
  seconds: number,
): Promise<GrowthLine> {
  const line: GrowthLine = { name: question.name, counts, product: '', floor: null, memory: null };
  try {
    const { product, floor } = await checkAnswers(stage, question, 1);
    const times: { product: number[]; floor: number[] } = { product: [], floor: [] };
    const end = performance.now() + seconds * 1_000;
    do {
      const api = await stage.api();
      const answer = await askProduct(stage, api, `${product.origin}${product.path(times.product.length)}`);
      times.product.push(answer.seconds * 1_000);
      const start = performance.now();
      await fetch(`${floor.origin}${floor.path(times.floor.length)}`).then((response) => response.text());
      times.floor.push(performance.now() - start);
    } while (performance.now() < end);
    const memory = (await stage.api()).readMemory();
    return { ...line, product: medianOf(times.product), floor: medianOf(times.floor), memory };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { ...line, product: error.message };
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
