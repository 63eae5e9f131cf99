import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, inject, test } from 'vitest';

const run = promisify(execFile);
const origin = inject('origin');
const folder = mkdtempSync(join(tmpdir(), 'muster-developers-'));
// From here the workspaces are found by name.
const artifacts = join(import.meta.dirname, '../artifacts');
mkdirSync(artifacts, { recursive: true });
const withinTests = mkdtempSync(join(artifacts, 'snippets-'));
afterAll(() => {
  for (const made of [folder, withinTests]) rmSync(made, { recursive: true });
});

const isThere = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;
const hasCurl = isThere('curl', '--version');
const hasPython = isThere('python3', '--version');
const hasPandas = isThere('python3', '-c', 'import requests, pandas');
const hasR = isThere('Rscript', '-e', 'library(httr2); library(jsonlite)');

const articleDay = { pledged: { low: expect.any(Number), high: expect.any(Number) } };

async function readPage(path: string): Promise<string> {
  const response = await fetch(origin + path, { headers: { accept: 'text/html' } });
  expect(response.status, path).toBe(200);
  return response.text();
}

/** The code under the anchor `name`, as a reader would copy it. */
async function copyCode(page: string, name: string): Promise<string> {
  const html = (await readPage(page)).replaceAll('<!-- -->', '');
  const code = new RegExp(`<div id="${name}"[\\s\\S]*?<pre[^>]*>([\\s\\S]*?)</pre>`).exec(html)?.[1] ?? '';
  expect(code, name).not.toBe('');
  return code
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&amp;', '&');
}

async function runFile(program: string, name: string, code: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, code);
  return (await run(program, [file])).stdout;
}

function expectTotals(totals: unknown): void {
  expect(totals).toMatchObject({ ...articleDay, reported: { low: expect.any(Number) } });
}

test.skipIf(!hasCurl).each(['curl', 'curl-get'])('the snippet %s runs as printed', async (name) => {
  const { stdout } = await run('sh', ['-c', await copyCode('/developers', name)]);
  const { data, errors } = JSON.parse(stdout);
  expect(errors).toBeUndefined();
  expectTotals(data.totals);
});

test('the TypeScript snippet runs as printed', async () => {
  const code = await copyCode('/developers', 'typescript');
  expectTotals(JSON.parse(await runFile(process.execPath, 'snippet.mts', code)));
});

test.skipIf(!hasPython)(
  'the snippet for Python alone runs as printed: a row for each commitment',
  async () => {
    const rows = await runFile('python3', 'plain.py', await copyCode('/developers', 'python-plain'));
    expect(rows).toMatch(/^cn-lianyungang-2024-3000 PEOPLE 3000 3000$/m);
    expect(rows).toMatch(/ None None$/m);
  },
);

test.skipIf(!hasPandas)('the Python snippet with requests and pandas runs as printed', async () => {
  const table = await runFile('python3', 'table.py', await copyCode('/developers', 'python'));
  expect(table).toMatch(/^cn-lianyungang-2024-3000,PEOPLE,3000\.0,3000\.0$/m);
});

test.skipIf(!hasR)('the R snippet runs as printed', async () => {
  expectTotals(JSON.parse(await runFile('Rscript', 'snippet.R', await copyCode('/developers', 'r'))));
});

test('the snippet for the typed client runs as printed: a row for each commitment', async () => {
  const file = join(withinTests, 'typed.mts');
  writeFileSync(file, await copyCode('/developers', 'typescript-client'));
  const { stdout } = await run(process.execPath, [file]);
  expect(stdout).toMatch(/^cn-lianyungang-2024-3000 PEOPLE 3000 3000$/m);
  expect(stdout).toMatch(/ null null$/m);
});

test('the addresses in the spreadsheet snippets are files, with the columns that their description promises', async () => {
  for (const name of ['sheets', 'excel']) {
    const address = /"(http[^"]+)"/.exec(await copyCode('/developers', name))?.[1] ?? '';
    const response = await fetch(address);
    expect([name, response.status, response.headers.get('content-type')]).toEqual([
      name,
      200,
      expect.stringContaining('text/csv'),
    ]);
    const [header = '', ...rows] = (await response.text()).replace(/^\ufeff/, '').split('\r\n');
    const described = await (await fetch(address.replace(/\.csv$/, '.metadata.json'))).text();
    for (const column of header.split(',')) expect(described).toContain(JSON.stringify(column));
    expect(header.split(',')).toEqual(expect.arrayContaining(['slug', 'unit', 'low', 'high']));
    expect(rows.length).toBeGreaterThan(20);
  }
});

// Google's own services cannot run here: curl and a list stand in for the two that the snippet calls.
test.skipIf(!hasCurl)(
  'the script for Google Sheets fills a sheet with a row for each commitment',
  async () => {
    let filled: unknown[][] = [];
    const UrlFetchApp = {
      fetch: (address: string, { payload, contentType }: { payload: string; contentType: string }) => {
        const words = ['-s', address, '-H', `content-type: ${contentType}`, '-d', payload];
        const text = spawnSync('curl', words, { encoding: 'utf8' }).stdout;
        return { getContentText: () => text };
      },
    };
    const setValues = (rows: unknown[][]) => {
      filled = rows;
    };
    const SpreadsheetApp = { getActiveSheet: () => ({ getRange: () => ({ setValues }) }) };
    const code = await copyCode('/developers', 'apps-script');
    new Function('UrlFetchApp', 'SpreadsheetApp', `${code}; fillSheet();`)(UrlFetchApp, SpreadsheetApp);
    expect(filled[0]).toEqual(['slug', 'title', 'unit', 'low', 'high']);
    expect(filled.every((row) => row.length === 5)).toBe(true);
    expect(filled.find(([slug]) => slug === 'cn-lianyungang-2024-3000')).toEqual(
      expect.arrayContaining(['PEOPLE', 3000]),
    );
  },
);

test.skipIf(!hasCurl).each(['article', 'commitments', 'countries', 'record', 'series'])(
  'the example %s is on the query page without script, as a command that runs',
  async (name) => {
    const { stdout } = await run('sh', ['-c', await copyCode('/developers/query', name)]);
    const { data, errors } = JSON.parse(stdout);
    expect(errors).toBeUndefined();
    if (name === 'article') expect(data.totals.pledged).toEqual({ low: 5000, high: 9000 });
  },
);

test('a browser at /graphql comes to the query page, with its question', async () => {
  const headers = { accept: 'text/html' };
  const reply = await fetch(`${origin}/graphql?query=%7Bx%7D`, { headers, redirect: 'manual' });
  expect([reply.status, reply.headers.get('location')]).toEqual([302, '/developers/query?query=%7Bx%7D']);
  const html = await readPage('/graphql?query=%7Bx%7D');
  expect(html).toContain('The question of the address');
  expect(html).toContain('The editor needs script');
});

test('pages load nothing from a foreign host', async () => {
  for (const path of ['/', '/data', '/developers', '/developers/query', '/graphql', '/map', '/methodology']) {
    const html = await readPage(path);
    const loaded = html.matchAll(
      /<(?:script|img|iframe|source|video|audio)\b[^>]*?\ssrc="([^"]*)"|<link\b[^>]*?\shref="([^"]*)"/g,
    );
    const addresses = [...loaded].map(([, source, link]) => source ?? link ?? '');
    const foreign = addresses.filter((address) => new URL(address, origin).origin !== origin);
    expect([path, foreign]).toEqual([path, []]);
    expect(addresses.length).toBeGreaterThan(1);
    expect(html).not.toMatch(/url\(["']?https?:|@import/);
  }
});
