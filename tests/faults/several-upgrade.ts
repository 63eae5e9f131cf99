import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/processes.ts';
import type { Outcome } from './scenario.ts';
import { type Stage, waitForUpstreams } from './several-stage.ts';
import { startReadersAndEditors } from './several-visits.ts';

/** What the API runs from; generated sources among it. */
const SOURCES = [
  'package.json',
  'tsconfig.base.json',
  'apps/api/package.json',
  'apps/api/src',
  'packages',
  'prisma',
];

/**
 * Brings a newer version in, one process after the other, while requests come: its migrations add a column to every table,
 * a table and an index. The older process goes on, and starts anew on the newer database.
 */
export async function upgradeStage(stage: Stage): Promise<Outcome[]> {
  const [older] = stage.apis;
  if (!older) throw new Error('no API');
  const tree = copySources();
  try {
    const many = addMigrations(tree);
    const load = startReadersAndEditors(stage);
    await replace(stage, 1, tree);
    let restarted = 'ready, and told of what is newer';
    await older.end();
    await older.start().catch((error: Error) => {
      restarted = error.message;
    });
    if (!older.said().includes('the database is of a newer version')) restarted = older.said().slice(-200);
    if (older.isUp()) await waitForUpstreams(stage.balancers, 2);
    await replace(stage, 0, tree);
    await load.stop();
    const requests = load.times.length + load.failures.length;
    const [first = ''] = load.failures;
    return [
      {
        what: `requests to older and newer processes while ${many} additive migrations came in`,
        times: requests,
        result: `${load.failures.length} failed${first && ` (${first})`}`,
        isGood: load.failures.length === 0 && requests > 0,
      },
      {
        what: 'an older process started anew on the newer database',
        times: 1,
        result: restarted,
        isGood: restarted.startsWith('ready'),
      },
    ];
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

async function replace(stage: Stage, index: number, tree: string): Promise<void> {
  await stage.apis[index]?.end();
  const newer = await stage.replaceApi(index, tree);
  await newer.start();
  await waitForUpstreams(stage.balancers, 2);
}

/** The API's sources in a folder of their own, with the same libraries. */
function copySources(): string {
  const tree = mkdtempSync(join(tmpdir(), 'muster-newer-'));
  for (const part of SOURCES) {
    cpSync(join(root, part), join(tree, part), {
      recursive: true,
      filter: (path) => !/\/(node_modules|test|\.turbo)$/.test(path),
    });
  }
  const libraries = join(tree, 'node_modules');
  mkdirSync(join(libraries, '@muster'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@muster') symlinkSync(join(root, 'node_modules', name), join(libraries, name));
  }
  for (const name of readdirSync(join(root, 'node_modules/@muster'))) {
    symlinkSync(readlinkSync(join(root, 'node_modules/@muster', name)), join(libraries, '@muster', name));
  }
  symlinkSync(join(root, 'apps/api/node_modules'), join(tree, 'apps/api/node_modules'));
  return tree;
}

/** A column more for every table that the migrations so far make, each in a migration of its own. */
function addMigrations(tree: string): number {
  const folder = join(tree, 'prisma/migrations');
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('migration.sql'))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^CREATE TABLE "(\w+)"/gm)].map(
        ([, table]) => table,
      ),
    );
  const statements = [
    ...made.map((table) => `ALTER TABLE "${table}" ADD COLUMN "later" TEXT NOT NULL DEFAULT 'later';`),
    'CREATE TABLE "later" ("id" SERIAL PRIMARY KEY, "words" TEXT);',
    'CREATE INDEX "later_words" ON "later" ("words");',
  ];
  for (const [index, sql] of statements.entries()) {
    const name = join(folder, `99990101${String(index).padStart(6, '0')}_later`);
    mkdirSync(name);
    writeFileSync(join(name, 'migration.sql'), `${sql}\n`);
  }
  return statements.length;
}
