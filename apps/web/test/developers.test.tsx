import { execFileSync } from 'node:child_process';
import { typeDefs } from '@muster/schema/sdl';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { examples } from '@/features/developers/examples.ts';
import { readQueryView, writeQueryAddress } from '@/features/developers/query-view.ts';
import { writeCurl, writeSnippets } from '@/features/developers/snippets.ts';

const schema = buildSchema(typeDefs);

test.each(examples)('the example $name is a question that the contract allows', ({ query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

test('snippets have names of their own and the addresses given, and promise no foreign host', () => {
  const snippets = writeSnippets({
    graphql: 'https://muster.example/graphql',
    commitments: 'https://muster.example/commitments.csv',
  });
  expect(new Set(snippets.map(({ name }) => name)).size).toBe(snippets.length);
  for (const { code } of snippets) {
    const hosts = [...code.matchAll(/https?:\/\/[^/'"]+/g)].map(([host]) => host);
    expect(new Set(hosts)).toEqual(new Set(['https://muster.example']));
  }
});

test('a question reaches a command as it stands, whatever it holds', () => {
  const query = `{ search(text: "it's $HOME \`x\`\n") }`;
  const variables = `{"a":"'"}`;
  const command = writeCurl('https://muster.example/graphql', query, variables);
  const told = command.replace(/^curl/, 'printf "%s\\0"');
  const words = execFileSync('sh', ['-c', told], { encoding: 'utf8' }).split('\0');
  expect(words).toEqual([
    '-sG',
    'https://muster.example/graphql',
    '-H',
    'apollo-require-preflight: 1',
    '--data-urlencode',
    `query=${query}`,
    '--data-urlencode',
    `variables=${variables}`,
    '',
  ]);
});

describe('the query page starts', () => {
  test('with the question of its address, its lines kept', () => {
    const view = readQueryView({ query: '{ a # one\n b }', variables: '{"x":1}', example: 'series' });
    expect(view).toEqual({ example: null, query: '{ a # one\n b }', variables: '{"x":1}', refused: [] });
  });

  test('with the example of its address, else the first', () => {
    expect(readQueryView({ example: 'series' }).query).toContain('series(');
    expect(readQueryView({ query: '' }).example?.name).toBe('article');
    const { example, refused } = readQueryView({ example: 'nothing' });
    expect(example?.name).toBe('article');
    expect(refused).toEqual(['There is no example “nothing”; this is “Totals”.']);
  });

  test('again where its address is passed on; what is too long is kept out of it', () => {
    const address = writeQueryAddress('{ a # é\n }', '{"x":1}', '2026-11-25') ?? '';
    const params = Object.fromEntries(new URL(address, 'https://muster.example').searchParams);
    expect(params).toEqual({ query: '{ a # é\n }', variables: '{"x":1}', release: '2026-11-25' });
    expect(writeQueryAddress('x'.repeat(7_000), '', null)).toBeNull();
  });
});
