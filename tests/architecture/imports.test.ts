import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourceFiles, root, type SourceFile } from './source-files.ts';

// The arrow of the design: imports point left, nothing skips.
const mayImport: Record<string, string[]> = {
  'packages/accounting': [],
  'packages/schema': [],
  prisma: ['@muster/schema'],
  'apps/api': ['@muster/accounting', '@muster/schema', '@muster/db'],
  'apps/web': ['@muster/schema'],
};

const isTest = (path: string) =>
  /\/test\/|\/testing(\/|\.ts$)|\.test\.tsx?$|\.config\.ts$|\/codegen\.ts$/.test(path);
const product = (folder: string) => readSourceFiles(folder).filter((file) => !isTest(file.path));
const find = (files: SourceFile[], breaks: (file: SourceFile, specifier: string) => boolean) =>
  files.flatMap((file) => file.imports.filter((s) => breaks(file, s)).map((s) => `${file.path} → ${s}`));

describe.each(Object.entries(mayImport))('%s', (folder, allowed) => {
  const files = readSourceFiles(folder);

  test('has files to look at', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  test('imports only the workspaces that the arrow allows', () => {
    const breaks = find(files, (file, s) => {
      if (!s.startsWith('@muster/')) return false;
      const name = s.split('/').slice(0, 2).join('/');
      return !allowed.includes(name) && !isTest(file.path);
    });
    expect(breaks).toEqual([]);
  });

  test('reaches no other workspace by a relative path', () => {
    const breaks = find(files, (file, s) => {
      if (!s.startsWith('.')) return false;
      return relative(folder, join(dirname(file.path), s)).startsWith('..');
    });
    expect(breaks).toEqual([]);
  });

  test('declares the workspaces that it imports, and no others', () => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const declared = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@muster/'));
    expect(declared.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

test('accounting depends on nothing at run time', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'packages/accounting/package.json'), 'utf8'));
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(find(product('packages/accounting/src'), (_, s) => !s.startsWith('.'))).toEqual([]);
});

test('accounting never reads the clock, chance, or the environment', () => {
  const breaks = product('packages/accounting/src').filter(({ text }) =>
    /Date\.now\(|new Date\(\s*\)|Math\.random\(|process\./.test(text),
  );
  expect(breaks.map(({ path }) => path)).toEqual([]);
});

test('in the API only queries.ts files and sign-in touch the database', () => {
  const breaks = product('apps/api/src').filter(
    ({ path, text }) =>
      !/\/modules\/[^/]+\/queries(\.|\/)/.test(path) &&
      !path.startsWith('apps/api/src/auth/') &&
      /\.prisma\b|\$queryRaw|\$executeRaw|\$transaction/.test(text),
  );
  expect(breaks.map(({ path }) => path)).toEqual([]);
});

test('each app reads the environment in one file', () => {
  for (const app of ['apps/api', 'apps/web']) {
    const readers = product(app).filter(({ text }) => /process\.env\b/.test(text));
    expect(readers.map(({ path }) => path).filter((path) => !/\/settings\.ts$/.test(path))).toEqual([]);
    expect(readers.length).toBeLessThanOrEqual(1);
  }
  for (const folder of ['packages', 'prisma/src']) {
    expect(
      product(folder)
        .filter(({ text }) => /process\.env\b/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  }
});

test('charts are pure: they fetch nothing and import no feature, route or client of the API', () => {
  const files = product('apps/web/charts');
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter(({ text }) => /\bfetch\(|useQuery\b/.test(text)).map(({ path }) => path)).toEqual([]);
  expect(find(files, (_, s) => /(^|\/)(features|app|api)\//.test(s))).toEqual([]);
});

test('features do not import routes', () => {
  expect(find(product('apps/web/features'), (_, s) => /(^|\/)app\//.test(s))).toEqual([]);
});

test('no file is past 400 lines', () => {
  const folders = ['apps', 'packages', 'prisma', 'tests', 'scripts'];
  const long = folders.flatMap(readSourceFiles).filter(({ text }) => text.split('\n').length > 401);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('no folder is a drawer for everything', () => {
  const paths = ['apps', 'packages', 'prisma', 'tests'].flatMap(readSourceFiles).map(({ path }) => path);
  expect(paths.filter((path) => /(^|\/)(utils?|helpers?|misc|common|lib)(\/|\.tsx?$)/.test(path))).toEqual(
    [],
  );
});
