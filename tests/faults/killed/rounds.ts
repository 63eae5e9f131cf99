import { setTimeout as sleep } from 'node:timers/promises';
import { createChance } from '../../bench/random.ts';
import { createAdministrator } from '../../support/administrator.ts';
import { type ApiProcess, spawnApi } from '../../support/api-process.ts';
import { type Desk, openDesk, PUBLIC_URL, Troubled } from './desk.ts';
import type { Home } from './home.ts';
import { keepImporting } from './importer.ts';
import { findBreaks } from './invariants.ts';
import { Journal, type Tracked } from './journal.ts';
import { checkAnswers, type Kept, keepReading } from './readers.ts';
import { checkAdded, readStandings } from './stored.ts';
import { keepWriting } from './writer.ts';

const WRITERS = 3;
/** Rounds in which the next process is killed as well, while it starts. */
const KILLED_AT_START = 0.1;
/** Rounds that end while an import is being applied. */
const KILLED_AT_IMPORT = 0.35;
/** Acknowledged writes after which a round ends, at most. */
const MOST_WRITES = 30;
const LONGEST_WORK_MS = 30_000;
const LONGEST_START_MS = 1_500;
/** On PGlite, whose folder is one process's: rounds after which the whole database is looked through. */
const LOOK_EVERY = 10;
/** Faults of a round that are logged. */
const MOST_TOLD = 5;
const PATIENCE_MS = 20_000;

export interface Tally {
  journal: Journal;
  kills: number;
  killsAtStart: number;
  crashes: number;
  /** Milliseconds from the start of a process to its first good answer. */
  starts: number[];
  /** Milliseconds from the start of the database's server to the first good answer of a process that went on living. */
  recoveries: number[];
  takenOver: number;
  looks: number;
  answersCompared: number;
}

export interface RoundOptions {
  kills: number;
  crashes: number;
  seed: number;
  log(line: string): void;
}

/** Works, kills, starts anew and compares, as often as asked for. Faults are in the journal. */
export async function runRounds(home: Home, { kills, crashes, seed, log }: RoundOptions): Promise<Tally> {
  const journal = new Journal();
  const tally: Tally = {
    journal,
    kills: 0,
    killsAtStart: 0,
    crashes: 0,
    starts: [],
    recoveries: [],
    takenOver: 0,
    looks: 0,
    answersCompared: 0,
  };
  let applyMs = 200;
  const own: Tracked[][] = Array.from({ length: WRITERS + 1 }, () => []);
  let api = await start(home, tally);
  const { cookie } = await createAdministrator({
    origin: api.origin,
    output: api.log,
    publicUrl: PUBLIC_URL,
  });
  journal.revision = (await openDesk(api.origin, cookie).ask('{ dataset { revision } }')).dataset.revision;

  for (let round = 1; round <= kills + crashes; round += 1) {
    const chance = createChance(seed, round);
    const kept: Kept = new Map();
    const isCrash = round > kills;
    const work = begin(openDesk(api.origin, cookie), round, kept, isCrash);
    await work.waitForItsTime(chance.is(KILLED_AT_IMPORT), chance.share());
    if (isCrash) await crash();
    else {
      await api.kill();
      tally.kills += 1;
    }
    work.end();
    await work.ended;
    if (!isCrash) api = await startAnew(round, chance);
    await compare(openDesk(api.origin, cookie), kept, round);
    if (round % 5 === 0)
      log(`${round} rounds, ${journal.acknowledged} writes acknowledged, ${journal.faults.length} faults`);
  }
  await api.kill();
  journal.faults.push(...(await home.open(findBreaks)));
  tally.looks += 1;
  return tally;

  function begin(desk: Desk, round: number, kept: Kept, isCrash: boolean) {
    let isEnding = false;
    let isApplying = false;
    // Only a process that lost its database has a reason to.
    const onTrouble = (message: string) => {
      if (!isCrash) journal.faults.push(`a trouble is told: ${message}`);
    };
    const parts = { desk, journal, onTrouble, isOver: () => isEnding };
    const workers = own.slice(0, WRITERS).map((records, index) =>
      keepWriting({
        ...parts,
        name: `w${index}-${round}`,
        own: records,
        chance: createChance(seed * 7 + index, round),
      }),
    );
    const importer = {
      ...parts,
      name: `f-${round}`,
      own: own[WRITERS] ?? [],
      chance: createChance(seed * 11, round),
      onApply: () => {
        isApplying = true;
      },
      onApplied: (milliseconds: number) => {
        applyMs = milliseconds;
      },
    };
    const ended = Promise.all([
      ...workers,
      keepImporting(importer),
      keepReading({
        origin: api.origin,
        journal,
        kept,
        chance: createChance(seed * 13, round),
        isOver: () => isEnding,
      }),
    ]);
    ended.catch(() => {});
    return {
      ended,
      end: () => {
        isEnding = true;
      },
      async waitForItsTime(isAtImport: boolean, share: number): Promise<void> {
        const [begun, before] = [performance.now(), journal.acknowledged];
        const until = begun + LONGEST_WORK_MS;
        const enough = journal.acknowledged + share * MOST_WRITES;
        const isTime = () => (isAtImport ? isApplying : journal.acknowledged >= enough);
        while (!isTime() && performance.now() < until) await sleep(2);
        // Anywhere within the writes that come next.
        const writeMs = (performance.now() - begun) / (journal.acknowledged - before + 1);
        await sleep(share * (isAtImport ? 1.3 * applyMs : WRITERS * writeMs));
      },
    };
  }

  async function crash(): Promise<void> {
    await home.server?.crash();
    await sleep(200);
    await home.server?.restart();
    const since = performance.now();
    await api.waitUntilReady();
    tally.recoveries.push(performance.now() - since);
    tally.crashes += 1;
  }

  async function startAnew(round: number, chance: ReturnType<typeof createChance>): Promise<ApiProcess> {
    if (chance.is(KILLED_AT_START)) {
      const short = await spawnApi(home.env);
      await sleep(chance.share() * LONGEST_START_MS);
      await short.kill();
      tally.killsAtStart += 1;
    }
    if (home.kind === 'postgres' || round % LOOK_EVERY === 0) {
      journal.faults.push(...(await home.open(findBreaks)).map((it) => `round ${round}: ${it}`));
      tally.looks += 1;
    }
    return start(home, tally);
  }

  async function compare(desk: Desk, kept: Kept, round: number): Promise<void> {
    const before = journal.faults.length;
    const touched = [...journal.touched];
    const { standings, faults } = await readAtLast(() => readStandings(desk, touched));
    const read = (record: Tracked) => standings.get(record) ?? null;
    journal.resolve(read);
    const wrong = await waitForTruth(desk, kept);
    journal.compare(read);
    journal.faults.push(...faults, ...wrong, ...(await checkAdded(desk, journal)));
    tally.answersCompared += kept.size;
    for (const fault of journal.faults.slice(before, before + MOST_TOLD)) log(`round ${round}: ${fault}`);
  }

  /** A process that lost its database may take until it listens again to hear of what was published meanwhile. */
  async function waitForTruth(desk: Desk, kept: Kept): Promise<string[]> {
    const until = performance.now() + (tally.crashes > 0 ? PATIENCE_MS : 0);
    for (;;) {
      const faults = await readAtLast(() => checkAnswers(api.origin, desk, journal, kept));
      if (faults.length === 0 || performance.now() >= until) return faults;
      await sleep(250);
    }
  }
}

/** Once more where the first answer is a trouble: a connection that was lost with the server may still be in the pool. */
async function readAtLast<Result>(read: () => Promise<Result>): Promise<Result> {
  return read().catch(async (error) => {
    if (!(error instanceof Troubled)) throw error;
    await sleep(1_000);
    return read();
  });
}

async function start(home: Home, tally: Tally): Promise<ApiProcess> {
  const since = performance.now();
  const api = await spawnApi(home.env);
  await api.waitUntilReady();
  tally.starts.push(performance.now() - since);
  if (api.log().includes('took over')) tally.takenOver += 1;
  return api;
}
