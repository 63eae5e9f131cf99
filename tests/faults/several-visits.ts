import { type Load, requireData, requireText, startLoad, type Visit } from './several-load.ts';
import type { Stage } from './several-stage.ts';
import { openDesk } from './several-writing.ts';

const BETWEEN_MS = 5;

/** Readers, analysts and an editor who come through the balancer, all of whose requests must be answered well. */
export function startReadersAndEditors({
  origin,
  administrator,
  webs,
}: Pick<Stage, 'origin' | 'administrator' | 'webs'>): Load {
  const pages = webs.length > 0 ? ['/', '/commitments', '/icon.svg', '/countries/KEN'] : ['/schema.graphql'];
  const reading = [
    ...pages.map((path) => visitPage(origin, path)),
    askByGet(origin, '{ dataset { revision size { commitments } } }'),
    askByGet(origin, '{ commitments(first: 20) { nodes { slug title } } }'),
  ];
  const analysing = [
    askByPost(origin, (turn) => `{ commitments(first: ${1 + (turn % 50)}) { totalCount nodes { title } } }`),
    visitPage(origin, '/data/commitments.csv'),
    askByPost(origin, () => '{ totals { pledged { low high } reported { low high } } }'),
  ];
  const lanes = [reading, reading.toReversed(), reading, analysing, [edit({ origin, administrator })]];
  return startLoad(lanes, () => BETWEEN_MS);
}

export function visitPage(origin: string, path: string, headers: Record<string, string> = {}): Visit {
  const kind = path.startsWith('/data/') ? 'file' : 'page';
  return { kind, make: async () => void (await requireText(await fetch(`${origin}${path}`, { headers }))) };
}

export function askByGet(origin: string, query: string, headers: Record<string, string> = {}): Visit {
  const url = `${origin}/graphql?query=${encodeURIComponent(query)}`;
  return {
    kind: 'question by GET',
    make: async () =>
      void (await requireData(
        await fetch(url, { headers: { 'apollo-require-preflight': '1', ...headers } }),
      )),
  };
}

export function askByPost(
  origin: string,
  write: (turn: number) => string,
  headers: Record<string, string> = {},
): Visit {
  return {
    kind: 'question by POST',
    make: async (turn) => {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: write(turn) }),
      });
      await requireData(response);
    },
  };
}

/** Publishes a commitment at the first turn and changes its title at each further one. */
export function edit({ origin, administrator }: Pick<Stage, 'origin' | 'administrator'>): Visit {
  const desk = openDesk(administrator, origin, `edit-${Math.round(performance.now() * 1000)}`);
  let slug = '';
  return {
    kind: 'edit',
    make: async (turn) => {
      if (slug === '') slug = await desk.publish(origin, 'Under load');
      else await desk.retitle(origin, slug, `Under load ${turn}`);
    },
  };
}
