import { makeClaim, makeInput } from '../../apps/api/test/support/commitment-input.ts';
import type { Person } from '../support/administrator.ts';
import { requireData, requireText } from './several-load.ts';

export interface Desk {
  /** Asks as this person; throws where the answer is not one. */
  ask(origin: string, query: string, variables?: object): Promise<any>;
  /** A new commitment, written, submitted and published; gives its slug. */
  publish(origin: string, title: string): Promise<string>;
  /** Changes the title of a published commitment and publishes that. */
  retitle(origin: string, slug: string, title: string): Promise<void>;
  /** Takes a published commitment back. */
  retract(origin: string, slug: string): Promise<void>;
}

const RESULT = `{ __typename
  ... on CommitmentSaved { commitment { version state } } ... on ValidationFailed { problems { path message } } }`;
const CREATE = `mutation ($input: CommitmentInput!) { result: createCommitment(input: $input) ${RESULT} }`;
const UPDATE = `mutation ($slug: String!, $version: Int!, $input: CommitmentInput!) {
  result: updateCommitment(slug: $slug, version: $version, input: $input) ${RESULT} }`;
const RETRACT = `mutation ($slug: String!, $version: Int!) {
  result: retractCommitment(slug: $slug, version: $version, reason: "Replaced") ${RESULT} }`;
const MOVES = ['submitCommitment', 'publishCommitment'].map(
  (move) =>
    `mutation ($slug: String!, $version: Int!) { result: ${move}(slug: $slug, version: $version) ${RESULT} }`,
);

let last = 0;

/** Writing by HTTP as a browser at the desk would. `publicUrl` is what its pages are of. */
export function openDesk(person: Person, publicUrl: string, mark: string): Desk {
  const written = new Map<string, { version: number; input: object }>();
  let names: { source: string; provider: string; country: string } | undefined;

  async function ask(origin: string, query: string, variables: object = {}): Promise<any> {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl, cookie: person.cookie },
      body: JSON.stringify({ query, variables }),
    });
    return requireData(response);
  }

  async function save(origin: string, query: string, variables: object): Promise<number> {
    const { result } = await ask(origin, query, variables);
    if (!result.commitment) throw new Error(`not saved: ${JSON.stringify(result).slice(0, 300)}`);
    return result.commitment.version;
  }

  function find(slug: string) {
    const known = written.get(slug);
    if (!known) throw new Error(`${slug} is not of this desk`);
    return known;
  }

  async function findNames(origin: string) {
    const found = await ask(
      origin,
      '{ sources(first: 1) { nodes { slug } } providers(first: 1) { nodes { code } } countries(first: 1) { nodes { iso3 } } }',
    );
    const [source, provider, country] = [found.sources, found.providers, found.countries].map(
      ({ nodes }) => Object.values(nodes[0])[0] as string,
    );
    return { source: source ?? '', provider: provider ?? '', country: country ?? '' };
  }

  return {
    ask,
    async publish(origin, title) {
      names ??= await findNames(origin);
      const slug = `faults-${mark}-${++last}`;
      const input = writeInput(slug, title, names);
      let version = await save(origin, CREATE, { input });
      for (const move of MOVES) version = await save(origin, move, { slug, version });
      written.set(slug, { version, input });
      return slug;
    },
    async retitle(origin, slug, title) {
      const known = find(slug);
      const input = { ...known.input, title };
      const version = await save(origin, UPDATE, { slug, version: known.version, input });
      written.set(slug, { version, input });
    },
    async retract(origin, slug) {
      await save(origin, RETRACT, { slug, version: find(slug).version });
      written.delete(slug);
    },
  };
}

/** By names that are on record wherever it is written. */
function writeInput(
  slug: string,
  title: string,
  { source, provider, country }: { source: string; provider: string; country: string },
): object {
  return makeInput({
    slug,
    title,
    program: null,
    providers: [provider],
    recipientScope: 'NAMED',
    recipients: [{ country, group: null, shareLow: null, shareHigh: null }],
    claims: [makeClaim({ source })],
  });
}

/** Milliseconds until the title of a commitment stands in the answer at that address; throws after `within`. */
export async function waitForTitle(url: string, title: string, within: number): Promise<number> {
  const since = performance.now();
  for (;;) {
    const text = await requireText(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }));
    const waited = performance.now() - since;
    if (text.includes(title)) return waited;
    if (waited > within) throw new Error(`${new URL(url).pathname} still lacks the title after ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
