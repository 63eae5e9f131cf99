// npm run bench: what the product takes for its answers, as a share of what bare servers take for the same ones.
import { openTestDatabase, startPostgres, type TestDatabase } from '../../prisma/src/testing.ts';
import { writeFloorPath } from './addresses.ts';
import { measureArithmetic } from './arithmetic.ts';
import {
  type Errand,
  listErrands,
  MOST_IMPORTED,
  measureErrand,
  measureGrowth,
  measureImport,
} from './growth.ts';
import { loadCounts, loadPlaces } from './load.ts';
import type { Pace } from './measure.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { PEERS } from './peers/index.ts';
import { loadSetting, type Setting } from './places.ts';
import { profileApi } from './profile.ts';
import { listLookUps, type Question, SUMS } from './questions.ts';
import { keepReport, type Results, writeReport, writeShare } from './report.ts';
import { measureCold, measurePeer, measureWarm } from './rows.ts';
import { openStage, type Stage } from './stage.ts';

const LARGE = 200_000;
const LARGEST = 1_000_000;
const GROWTH = [1_000, 10_000, 100_000, LARGEST];
const GROWING = ['list', 'search', 'series', 'breakdown'];
const MOST_PLACES = 15;

const options = readOptions(process.argv.slice(2));
const pace: Pace = options.isQuick
  ? { rounds: 3, seconds: 1, limit: 10 }
  : { rounds: 5, seconds: 1, limit: 20 };
const started = performance.now();
// What was started is ended as this process exits, which a signal alone would not wait for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const cluster = await startPostgres();
if (!cluster) process.exit(1);
const results: Results = { postgres: '', lines: [], growth: [], arithmetic: [], profiles: [] };
let db: TestDatabase | undefined;
try {
  if (isAsked('arithmetic')) {
    say('arithmetic');
    results.arithmetic = measureArithmetic(options.isQuick);
  }
  db = await openTestDatabase('postgres', { url: cluster.url });
  const [version] = await db.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  results.postgres = version?.version.split(' ')[0] ?? '';
  await measureSizes(db, await loadSetting());
  const report = writeReport(results);
  console.log(`\n${report}\n`);
  if (options.write) keepReport(report, 'bench');
} finally {
  await db?.close().catch(() => {});
  await cluster.stop();
}
say('done');

/** The record grows from size to size; what is measured at each follows from the options. */
async function measureSizes(database: TestDatabase, setting: Setting): Promise<void> {
  await database.transaction((connection) => loadPlaces(connection, setting));
  const errands = listErrands(database);
  let loaded = 0;
  for (const counts of listSizes()) {
    say(`loading ${counts.toLocaleString('en-US')} counts`);
    await grow(database, setting, loaded, counts);
    loaded = counts;
    const questions = [...listLookUps(setting, counts), ...SUMS];
    const stage = await openStage(database, database.url ?? '', questions, pace.limit);
    try {
      await measureSize(stage, { questions, errands, databaseUrl: database.url ?? '' }, counts);
    } finally {
      await stage.close();
    }
    if (counts === LARGE) await profileQuestions(database.url ?? '', questions);
  }
}

function listSizes(): number[] {
  const asked = new Set<number>();
  if (isAsked('growth')) for (const size of GROWTH) asked.add(size);
  if (isAsked('totals') || isAsked('series') || isAsked('breakdown')) asked.add(LARGEST).add(LARGE);
  if (options.peers || ['warm', '304', 'list', 'record', 'search'].some(isAsked)) asked.add(LARGE);
  if (options.profile.length > 0) asked.add(LARGE);
  const most = options.isQuick ? LARGE : LARGEST;
  return [...asked].filter((size) => size <= most).sort((one, other) => one - other);
}

async function grow(database: TestDatabase, setting: Setting, from: number, until: number): Promise<void> {
  await database.transaction(async (connection) => {
    // References are right by construction; a test holds that on a small record.
    await connection.query('SET LOCAL session_replication_role = replica');
    await loadCounts(connection, setting, from, until);
  });
  await database.query('VACUUM ANALYZE');
}

interface Asked {
  questions: Question[];
  errands: Errand[];
  /** Of the record; others may be made on its server. */
  databaseUrl: string;
}

async function measureSize(
  stage: Stage,
  { questions, errands, databaseUrl }: Asked,
  counts: number,
): Promise<void> {
  const find = (name: string) => questions.filter((question) => question.name === name);
  if (isAsked('growth') && GROWTH.includes(counts)) {
    for (const question of GROWING.flatMap(find)) {
      say(`growth of ${question.name}`);
      results.growth.push(await measureGrowth(stage, question, counts, pace.seconds));
    }
    for (const errand of errands) {
      say(`growth of ${errand.name}`);
      results.growth.push(await measureErrand(stage, errand, counts));
    }
    if (counts <= MOST_IMPORTED) {
      say('growth of import');
      results.growth.push(await measureImport(databaseUrl, counts));
    }
  }
  const isLookUp = ({ name }: Question) => !SUMS.some((sum) => sum.name === name);
  if (counts === LARGE && (isAsked('warm') || isAsked('304'))) {
    for (const question of find('list')) {
      say('warm, 304');
      const lines = await measureWarm(stage, question, counts, pace);
      results.lines.push(...lines.filter(({ name }) => isAsked(name)));
    }
  }
  for (const question of questions) {
    if (!isAsked(question.name) || counts < LARGE || (isLookUp(question) && counts !== LARGE)) continue;
    say(question.name);
    const line = await measureCold(stage, question, counts, pace);
    results.lines.push(line);
    say(`${question.name}: ${writeShare(line)}`);
  }
  if (options.peers && counts === LARGE) await measurePeers(stage, find('list'), databaseUrl);
}

async function measurePeers(stage: Stage, [list]: Question[], databaseUrl: string): Promise<void> {
  if (!list) return;
  const floorPath = writeFloorPath(list, 0);
  for (const peer of PEERS) {
    say(`peer: ${peer.title}`);
    results.lines.push(await measurePeer(stage, { peer, databaseUrl, floorPath }, LARGE, pace));
  }
}

/** Each question asked by several at once of a process that keeps a profile. */
async function profileQuestions(databaseUrl: string, questions: Question[]): Promise<void> {
  for (const name of options.profile) {
    const isWarm = name === 'warm';
    const question = questions.find((it) => it.name === (isWarm ? 'list' : name));
    if (!question) continue;
    say(`profile of ${name}`);
    const places = await profileApi(databaseUrl, question, { ...pace, isWarm, most: MOST_PLACES });
    const title = `${isWarm ? 'warm: ' : ''}${question.title}, ${LARGE.toLocaleString('en-US')} counts`;
    if (places) results.profiles.push({ title, places });
    else say(`${name}: no answer in ${pace.limit} s, so no profile`);
  }
}

function isAsked(name: string): boolean {
  const { only, profile }: BenchOptions = options;
  return only.length > 0 ? only.includes(name) : profile.length === 0;
}

function say(line: string): void {
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`);
}
