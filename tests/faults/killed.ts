import type { DatabaseKind } from '../../prisma/src/index.ts';
import { openHome } from './killed/home.ts';
import { runRounds, type Tally } from './killed/rounds.ts';
import type { Outcome, Scenario } from './scenario.ts';

const KILLS = 200;
/** Of PostgreSQL's own server. */
const CRASHES = 20;

export const killedPglite: Scenario = {
  name: 'killed-pglite',
  title: 'Process killed, embedded database',
  run: ({ log, share }) => runKilled('pglite', { kills: part(KILLS, share), crashes: 0, log }),
};

export const killedPostgres: Scenario = {
  name: 'killed-postgres',
  title: 'Process or server killed, PostgreSQL',
  run: ({ log, share }) =>
    runKilled('postgres', { kills: part(KILLS, share), crashes: part(CRASHES, share), log }),
};

const part = (whole: number, share: number) => Math.max(1, Math.round(whole * share));

/** Kills the product's process, and the database's server, at moments that the seed chooses. */
export async function runKilled(
  kind: DatabaseKind,
  options: { kills: number; crashes: number; log(line: string): void; seed?: number },
): Promise<Outcome[]> {
  const seed = options.seed ?? Number(process.env.FAULTS_SEED || Date.now() % 1_000_000);
  options.log(`seed ${seed}`);
  const home = await openHome(kind);
  if (!home) return [{ what: 'PostgreSQL', times: 0, result: 'no binaries found (initdb)', isGood: false }];
  try {
    return describe(await runRounds(home, { ...options, seed }), seed);
  } finally {
    await home.close();
  }
}

function describe(tally: Tally, seed: number): Outcome[] {
  const { journal, kills, killsAtStart, crashes, starts, recoveries, takenOver, looks } = tally;
  const { found, acknowledged, faults } = journal;
  const isGood = faults.length === 0;
  const wrong = isGood
    ? 'nothing lost, nothing half there'
    : `${faults.length} faults, the first: ${faults[0]}`;
  const rows: Outcome[] = [
    {
      what: 'the API killed (SIGKILL) while three editors write and one imports',
      times: kills,
      result: `${acknowledged.toLocaleString('en-US')} writes acknowledged; ${wrong} (seed ${seed})`,
      isGood: isGood && acknowledged > kills,
    },
    {
      what: 'writes that were under way',
      times: found.whole + found.absent,
      result: `${found.whole} whole, ${found.absent} absent`,
      isGood,
    },
    {
      what: 'imports that were being applied',
      times: found.importsWhole + found.importsAbsent,
      result: `${found.importsWhole} with all their rows, ${found.importsAbsent} with none`,
      isGood,
    },
    {
      what: 'killed again while it started',
      times: killsAtStart,
      result:
        takenOver > 0 ? `the next one takes over the folder (${takenOver} times)` : 'the next one starts',
      isGood,
    },
    {
      what: 'whole database looked through: records, history, audit log, revision',
      times: looks,
      result: isGood ? 'all agree' : wrong,
      isGood,
    },
    {
      what: 'public answers asked for again with their old tag',
      times: tally.answersCompared,
      result: isGood ? 'all true' : wrong,
      isGood,
    },
    { what: 'started anew', times: starts.length, result: writeTimes(starts), isGood },
  ];
  if (crashes > 0) {
    rows.push({
      what: 'the server of the database killed, the API going on',
      times: crashes,
      result: `ready again ${writeTimes(recoveries)} after the server, without a restart`,
      isGood,
    });
  }
  return rows;
}

function writeTimes(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const seconds = (value = 0) => (value / 1_000).toFixed(1);
  return `${seconds(sorted[Math.floor(sorted.length / 2)])} s (median), ${seconds(sorted.at(-1))} s at most`;
}
