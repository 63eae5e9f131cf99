import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Viewer } from '../../apps/api/src/context.ts';
import { checkRows } from '../../apps/api/src/imports/check.ts';
import { stageFile } from '../../apps/api/src/imports/stage.ts';
import { changeJob } from '../../apps/api/src/modules/import/queries/jobs.ts';
import { applyJob } from '../../apps/api/src/modules/import/queries/run.ts';
import { openTestDatabase } from '../../prisma/src/testing.ts';

// `node tests/bench/import.ts 100000 [postgres://…]`: how fast a CSV of so many counts is staged, checked and applied in an empty
// database of a PostgreSQL, by default one of its own, and the most memory that this process then holds.

const rows = Number(process.argv[2] ?? 100_000);
const COLUMNS =
  'kind,slug,title,status,provider,unit,measure,audience,audienceStated,start,end,date,voice,scope,recipients,confidence,number,source,fragment,language';

async function* writeFile(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${COLUMNS}\n`);
  for (let n = 1; n <= rows; n += 100) {
    const lines = Array.from({ length: Math.min(100, rows - n + 1) }, (_, i) => writeRow(n + i));
    yield Buffer.from(lines.join(''));
  }
}

function writeRow(n: number): string {
  const isPledge = n % 2 === 1;
  return `${isPledge ? 'COMMITMENT' : 'REPORTED_TOTAL'},row-${n},Training ${n.toString(36)} of year ${n % 97},${isPledge ? 'ANNOUNCED' : ''},CHN,people,trainees,Law enforcement,police officers,2024-01-01,March 2025,9 September 2024,PROVIDER,NAMED,KEN; FJI=1,HIGH,over ${n + 5},daily-2024,"“${n} officers”, said the minister",en\n`;
}

const [, , , url] = process.argv;
const db = await openTestDatabase('postgres', url ? { url } : {});
const { prisma } = db;
const viewer = { id: 'bench', name: 'Bench', email: 'bench@example.org', role: 'REVIEWER' } as Viewer;
await prisma.country.createMany({
  data: [
    { iso3: 'CHN', iso2: 'CN', name: 'China' },
    { iso3: 'KEN', iso2: 'KE', name: 'Kenya' },
    { iso3: 'FJI', iso2: 'FJ', name: 'Fiji' },
  ],
});
await prisma.provider.create({
  data: { slug: 'china', code: 'CHN', name: 'China', kind: 'COUNTRY', countryIso3: 'CHN' },
});
await prisma.source.create({
  data: { slug: 'daily-2024', title: 'Police', publisher: 'Daily', kind: 'MEDIA', language: 'en' },
});

/** Seconds of CPU that the database's processes took so far; their times are in hundredths (proc(5)). */
async function readDatabaseCpu(): Promise<number> {
  const found = await prisma.$queryRaw<
    { pid: number }[]
  >`SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
  const ticks = found.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, it) => sum + it, 0) / 100;
}

let most = 0;
let mostOfAll = 0;
let milliseconds = 0;
let isOver = false;
const watching = (async () => {
  while (!isOver) {
    most = Math.max(most, process.memoryUsage.rss());
    await sleep(50);
  }
})();

async function time<Result>(step: string, run: () => Promise<Result>): Promise<Result> {
  most = 0;
  const before = await readDatabaseCpu();
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const seconds = (performance.now() - started) / 1000;
  milliseconds += seconds * 1000;
  mostOfAll = Math.max(mostOfAll, most);
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${step}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; this process: ${((user + system) / 1e6).toFixed(1)} s of CPU, at most ${Math.round(most / 2 ** 20)} MB; database: ${((await readDatabaseCpu()) - before).toFixed(1)} s of CPU`,
  );
  return result;
}

const limits = { ...(await import('../../apps/api/src/imports/reading/limits.ts')).FILE_LIMITS, rows };
const job = await time('stage', () =>
  stageFile(db, viewer, { name: 'bench.csv', format: 'csv', bytes: writeFile() }, limits),
);
const totals = await time('check', () =>
  checkRows({ db, viewer, today: '2026-11-26', onProgress: () => {} }, job),
);
console.log(JSON.stringify(totals));
await changeJob(db, job.id, { state: 'APPLYING', totals });
await time('apply', () =>
  applyJob(
    db,
    { jobId: job.id, viewer, state: 'DRAFT', reason: null, skipAlike: false },
    () => {},
    () => null,
  ),
);
const [counts, revisions] = [await prisma.count.count(), await prisma.revision.count()];
if (counts !== totals.new || revisions !== totals.new)
  throw new Error(`${counts} counts, ${revisions} revisions`);
isOver = true;
await watching;
await db.close();
// To whoever forked this.
process.send?.({ milliseconds, megabytes: Math.round(mostOfAll / 2 ** 20) });
