import { HEADERS, writeApiPath } from './addresses.ts';
import { type Comparison, compareSpeed, NoAnswer, type Pace } from './measure.ts';
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
