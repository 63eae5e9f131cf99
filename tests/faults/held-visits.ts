import { hashQuery } from '../bench/addresses.ts';
import { createChance } from '../bench/random.ts';
import type { Person } from '../support/administrator.ts';
import { type Load, requireData, requireText, startLoad, type Visit } from './several-load.ts';
import { openDesk } from './several-writing.ts';

/**
 * Lanes: 10 readers, 3 analysts, 1 editor. Each waits so long between two visits, give or take half of it, so that lanes
 * keep no step with one another.
 */
const LANES = { readers: 10, analysts: 3, editors: 1 };
const BETWEEN_MS = 1_000;

const LIST = `query List($first: Int) { commitments(first: $first) { nodes { slug title quantity { low high } program { name } } } }`;
const RECORD = `query Record($slug: String!) { commitment(slug: $slug) { title claims { low high source { title } } } }`;
const DATASET = 'query Dataset { dataset { revision size { commitments } } }';
const RANGES = 'pledged { low high } due { low high } reported { low high }';

export interface HeldParts {
  origin: string;
  administrator: Person;
  names: Names;
}

/** By which records are asked for: slugs, and codes of countries. */
export interface Names {
  commitments: string[];
  programs: string[];
  countries: string[];
}

/** Mixed readers, analysts and editors, each visit from an address that has its allowance still. */
export function startHeldLoad(parts: HeldParts): Load {
  const readers = Array.from({ length: LANES.readers }, (_, lane) => rotate(listReading(parts), lane));
  const analysts = Array.from({ length: LANES.analysts }, (_, lane) =>
    rotate(listAnalysing(parts), lane * 2),
  );
  const editors = Array.from({ length: LANES.editors }, () => listEditing(parts));
  const lanes = [...readers, ...analysts, ...editors];
  const chances = lanes.map((_, lane) => createChance(1, lane));
  return startLoad(lanes, (lane) => BETWEEN_MS * (0.5 + (chances[lane]?.share() ?? 0.5)));
}

function rotate<Item>(items: Item[], by: number): Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

let visits = 0;

/** One of 65,536 readers; the balancer's word on who asks is believed. */
function inventAddress(): Record<string, string> {
  visits += 1;
  return { 'x-forwarded-for': `10.20.${(visits >> 8) & 255}.${visits & 255}` };
}

function listReading({ origin, names }: HeldParts): Visit[] {
  const pick = <Item>(items: Item[], turn: number) => items[turn % items.length] as Item;
  const page = (write: (turn: number) => string): Visit => ({
    kind: 'page',
    make: async (turn) =>
      void (await requireText(await fetch(`${origin}${write(turn)}`, { headers: inventAddress() }))),
  });
  const persisted = (query: string, write: (turn: number) => object): Visit => ({
    kind: 'persisted question',
    make: (turn) => askPersisted(origin, query, write(turn)),
  });
  return [
    page(() => '/'),
    persisted(LIST, (turn) => ({ first: 10 + (turn % 40) })),
    page((turn) => `/commitments/${pick(names.commitments, turn)}`),
    persisted(RECORD, (turn) => ({ slug: pick(names.commitments, turn * 7) })),
    page(() => '/commitments'),
    persisted(DATASET, () => ({})),
    page((turn) => `/countries/${pick(names.countries, turn)}`),
    persisted(RECORD, (turn) => ({ slug: pick(names.commitments, turn) })),
    page((turn) => `/programs/${pick(names.programs, turn)}`),
    persisted(LIST, () => ({ first: 50 })),
  ];
}

/** By hash; with its text where the server does not know it. */
async function askPersisted(origin: string, query: string, variables: object): Promise<void> {
  const ask = async (withText: boolean) => {
    const parameters = new URLSearchParams({
      ...(withText && { query }),
      variables: JSON.stringify(variables),
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashQuery(query) } }),
    });
    const headers = { 'apollo-require-preflight': '1', ...inventAddress() };
    return fetch(`${origin}/graphql?${parameters}`, { headers });
  };
  const first = await ask(false);
  const text = await first.text();
  if (first.ok && !text.includes('PERSISTED_QUERY_NOT_FOUND')) {
    if (JSON.parse(text).errors) throw new Error(`errors: ${text.slice(0, 300)}`);
    return;
  }
  await requireData(await ask(true));
}

function listAnalysing({ origin, names }: HeldParts): Visit[] {
  const question = (write: (turn: number) => string): Visit => ({
    kind: 'question by POST',
    make: async (turn) => {
      const headers = { 'content-type': 'application/json', ...inventAddress() };
      const body = JSON.stringify({ query: write(turn) });
      await requireData(await fetch(`${origin}/graphql`, { method: 'POST', headers, body }));
    },
  });
  const filter = (turn: number) =>
    `filter: { program: ["${names.programs[turn % names.programs.length] ?? ''}"] }`;
  return [
    question((turn) => `{ totals(${filter(turn)}) { ${RANGES} } }`),
    {
      kind: 'file',
      make: async (turn) => {
        const program = names.programs[turn % names.programs.length] ?? '';
        const address = `${origin}/data/commitments.csv?program=${program}`;
        await requireText(await fetch(address, { headers: inventAddress() }));
      },
    },
    question(
      (turn) =>
        `{ series(interval: YEAR, from: "2010-01-01", to: "2030-01-01", ${filter(turn)}) { points { start ${RANGES} } } }`,
    ),
    question((turn) => `{ breakdown(by: YEAR, ${filter(turn)}) { rows { key ${RANGES} } } }`),
    question(
      (turn) =>
        `{ commitments(first: 200, ${filter(turn)}) { totalCount nodes { title claims { low high } } } }`,
    ),
  ];
}

/**
 * Every tenth visit puts a new commitment in place of the last, so that the record stays as large as it is; in between its
 * title changes, and is published at once.
 */
function listEditing({ origin, administrator }: HeldParts): Visit[] {
  const desk = openDesk(administrator, origin, 'held');
  let slug = '';
  const replace: Visit = {
    kind: 'commitment taken back and another published',
    async make() {
      if (slug !== '') await desk.retract(origin, slug);
      slug = await desk.publish(origin, 'Held');
    },
  };
  const retitle: Visit = {
    kind: 'title changed',
    async make(turn) {
      if (slug === '') slug = await desk.publish(origin, 'Held');
      await desk.retitle(origin, slug, `Held ${turn}`);
    },
  };
  return [replace, ...Array<Visit>(9).fill(retitle)];
}
