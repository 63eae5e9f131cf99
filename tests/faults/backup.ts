import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { DatabaseKind } from '../../prisma/src/index.ts';
import { root, run } from '../../scripts/processes.ts';
import { createChance } from '../bench/random.ts';
import { createAdministrator } from '../support/administrator.ts';
import { spawnApi } from '../support/api-process.ts';
import { createFolder } from '../support/start.ts';
import { openDesk, PUBLIC_URL } from './killed/desk.ts';
import { type Home, openHome, scriptEnvironment } from './killed/home.ts';
import { findBreaks } from './killed/invariants.ts';
import { Journal } from './killed/journal.ts';
import { keepWriting } from './killed/writer.ts';
import type { Outcome, Scenario } from './scenario.ts';

const WRITES = 300;
const KILLED_RESTORES = 20;
const LONGEST_RESTORE_MS = 4_000;

export const backup: Scenario = {
  name: 'backup',
  title: 'Backup and restore',
  async run({ log, share }) {
    const folder = createFolder();
    const writes = Math.max(40, Math.round(WRITES * share));
    try {
      const outcomes: Outcome[] = [];
      for (const kind of ['pglite', 'postgres'] as const) {
        const home = await openHome(kind);
        if (!home) return [...outcomes, none()];
        log(`${nameOf(kind)}: ${writes} writes, then a backup while it runs`);
        try {
          outcomes.push(...(await tryHome(home, { folder, writes, share, log })));
        } finally {
          await home.close();
        }
      }
      return outcomes;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const nameOf = (kind: DatabaseKind) => (kind === 'pglite' ? 'embedded' : 'PostgreSQL');
const none = (): Outcome => ({
  what: 'PostgreSQL',
  times: 0,
  result: 'no binaries found (initdb)',
  isGood: false,
});

interface Trial {
  folder: string;
  writes: number;
  share: number;
  log(line: string): void;
}

async function tryHome(home: Home, { folder, writes, share, log }: Trial): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const file = join(folder, `${home.kind}.gz`);
  const { cookie, exported, whileWriting } = await fillHome(
    home,
    writes,
    file,
    join(folder, `${home.kind}-busy.gz`),
  );
  outcomes.push(await tryRestore(home, home.kind, file, { cookie, exported }));
  if (home.kind === 'pglite') outcomes.push(await tryRestore(home, 'postgres', file, { cookie, exported }));
  else if (whileWriting) outcomes.push(await tryMoment(whileWriting));
  log(`${nameOf(home.kind)}: restores that are killed`);
  outcomes.push(await killRestores(home.kind, file, Math.max(2, Math.round(KILLED_RESTORES * share))));
  return outcomes;
}

/** Writes, makes a release, backs up; and once more while somebody writes. */
async function fillHome(home: Home, writes: number, file: string, busyFile: string) {
  const api = await spawnApi(home.env);
  await api.waitUntilReady();
  try {
    const { cookie } = await createAdministrator({
      origin: api.origin,
      output: api.log,
      publicUrl: PUBLIC_URL,
    });
    const desk = openDesk(api.origin, cookie);
    const journal = new Journal();
    const onTrouble = (message: string) => void journal.faults.push(message);
    const write = (name: string, isOver: () => boolean) =>
      keepWriting({ name, desk, journal, own: [], chance: createChance(1, 1), isOver, onTrouble });
    await write('w', () => journal.acknowledged >= writes);
    await desk.ask('mutation { createRelease { __typename } }');
    const exported = await exportAll(api.origin, cookie);
    const env = scriptEnvironment(home, { MUSTER_PORT: new URL(api.origin).port });
    await runScript('backup', [file], env);
    let isOver = false;
    const writing = write('busy', () => isOver);
    await runScript('backup', [busyFile], env);
    isOver = true;
    await writing;
    if (journal.faults.length > 0) throw new Error(journal.faults[0]);
    return { cookie, exported, whileWriting: home.kind === 'postgres' ? busyFile : null };
  } finally {
    await api.stop();
  }
}

/** Restored, or moved, into an empty place: the same rows, and the same full export to the same session. */
async function tryRestore(
  from: Home,
  kind: DatabaseKind,
  file: string,
  { cookie, exported }: { cookie: string; exported: string },
): Promise<Outcome> {
  const isMove = from.kind !== kind;
  const what = isMove
    ? 'embedded moved to PostgreSQL (npm run move)'
    : `${nameOf(kind)} restored into an empty one`;
  const target = await openHome(kind);
  if (!target) return none();
  try {
    if (isMove)
      await runScript('move', [], { ...scriptEnvironment(from), DATABASE_URL: target.env.DATABASE_URL });
    else await runScript('restore', [file], scriptEnvironment(target));
    const again = `${file}.${kind}-again`;
    await runScript('backup', [again], scriptEnvironment(target));
    // A move is of the database as it was left, which the first backup is not.
    if (isMove) await runScript('backup', [`${file}.left`], scriptEnvironment(from));
    const [before, after] = [readRows(isMove ? `${file}.left` : file), readRows(again)];
    const different =
      before.filter((line, n) => line !== after[n]).length + Math.abs(before.length - after.length);
    const expected = isMove ? (await askHome(from, cookie)).exported : exported;
    const found = await askHome(target, cookie);
    const isSameExport = found.exported === expected;
    return {
      what,
      times: 1,
      result: `${before.filter((line) => line.startsWith('[')).length.toLocaleString('en-US')} rows, ${different} lines differ; ${
        isSameExport ? 'the same export, byte for byte' : 'another export'
      }; ${found.isSignedIn ? 'who was signed in still is' : 'nobody is signed in any more'}`,
      isGood: different === 0 && isSameExport && found.isSignedIn,
    };
  } finally {
    await target.close();
  }
}

/** Of a backup made while somebody wrote: what holds of every database holds of the restored one. */
async function tryMoment(file: string): Promise<Outcome> {
  const target = await openHome('postgres');
  if (!target) return none();
  try {
    await runScript('restore', [file], scriptEnvironment(target));
    const breaks = await target.open(findBreaks);
    return {
      what: 'PostgreSQL backed up while somebody writes',
      times: 1,
      result: breaks[0] ?? 'records, history, audit log and revision of one moment',
      isGood: breaks.length === 0,
    };
  } finally {
    await target.close();
  }
}

/** SIGKILL to a restore at any moment, then another: the place is empty still, or holds all. */
async function killRestores(kind: DatabaseKind, file: string, times: number): Promise<Outcome> {
  const chance = createChance(3, times);
  const found = { empty: 0, whole: 0, half: 0 };
  for (let n = 0; n < times; n += 1) {
    const target = await openHome(kind);
    if (!target) return none();
    const child = spawn(process.execPath, [join(root, 'scripts/restore.ts'), file], {
      env: scriptEnvironment(target),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([ended, sleep(chance.share() * LONGEST_RESTORE_MS)]);
    child.kill('SIGKILL');
    await ended;
    // The database's server may be still at the statement.
    const rows = await target.open((database) =>
      database.query<{ tables: number; people: boolean }>(
        `SELECT count(*)::int AS tables, to_regclass('"user"') IS NOT NULL AS people FROM pg_tables WHERE schemaname = 'public'`,
      ),
    );
    const isEmpty = rows[0]?.tables === 0;
    const isWhole = !isEmpty && (await target.open(findBreaks)).length === 0;
    found[isEmpty ? 'empty' : isWhole ? 'whole' : 'half'] += 1;
    await target.close();
  }
  return {
    what: `${nameOf(kind)}: a restore killed (SIGKILL)`,
    times,
    result: `${found.empty} left the place empty, ${found.whole} were through, ${found.half} half there`,
    isGood: found.half === 0,
  };
}

/** Starts a product on the home: its full export, and whether the session of the cookie holds there. */
async function askHome(home: Home, cookie: string): Promise<{ exported: string; isSignedIn: boolean }> {
  const api = await spawnApi(home.env);
  await api.waitUntilReady();
  try {
    const { viewer } = await openDesk(api.origin, cookie).ask('{ viewer { email } }');
    return {
      exported: await exportAll(api.origin, cookie),
      isSignedIn: viewer?.email === 'first@example.org',
    };
  } finally {
    await api.stop();
  }
}

async function exportAll(origin: string, cookie: string): Promise<string> {
  const response = await fetch(`${origin}/api/admin/export.json`, { headers: { cookie } });
  if (!response.ok) throw new Error(`no export: ${response.status}`);
  return response.text();
}

/** Lines of a backup but the first and the last, which tell of the backup. */
function readRows(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(1, -1);
}

async function runScript(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await run(process.execPath, [join(root, `scripts/${name}.ts`), ...args], env);
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${output.slice(0, 500)}`);
}
