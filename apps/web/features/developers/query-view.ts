import { readParam, type SearchParams } from '@/text/index.ts';
import { type Example, examples, findExample } from './examples.ts';

/** What the query page starts with. */
export interface QueryView {
  /** The example of the address, or the first; null where the address brings a question of its own. */
  example: Example | null;
  query: string;
  /** JSON as it stands in the address; null where there is none. */
  variables: string | null;
  /** What of the address was set aside, in sentences. */
  refused: string[];
}

/** `?query=` with `?variables=`, else `?example=`, else the first example. */
export function readQueryView(params: SearchParams): QueryView {
  const query = readText(params, 'query');
  if (query) return { example: null, query, variables: readText(params, 'variables'), refused: [] };
  const name = readParam(params, 'example');
  const asked = findExample(name);
  const example = asked ?? (examples[0] as Example);
  const refused =
    name && !asked ? [`There is no example “${name.slice(0, 60)}”; this is “${example.title}”.`] : [];
  return { example, query: example.query, variables: null, refused };
}

/** The query page's address for a question; null where the question is too long for an address. */
export function writeQueryAddress(query: string, variables: string, release: string | null): string | null {
  const params = new URLSearchParams({ query });
  if (variables.trim()) params.append('variables', variables);
  if (release) params.append('release', release);
  const search = params.toString();
  return search.length > MOST_CHARACTERS ? null : `/developers/query?${search}`;
}

// Servers and balancers commonly refuse a request line of more than 8 kB.
const MOST_CHARACTERS = 6_000;

// A question keeps its lines: a comment ends with one.
function readText(params: SearchParams, name: string): string | null {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || null;
}
