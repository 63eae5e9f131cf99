import { type Database, onRevision, readDataRevision } from '@muster/db';
import { findReleaseNames } from '../modules/release/queries.ts';
import { readWithin } from '../within.ts';

/** Without word of a change the stamp is read again after so long; where nothing brings word, much sooner. */
const TRUSTED_MS = 30_000;
const UNTRUSTED_MS = 1_000;
/** A database that takes the question and says nothing keeps nobody longer. */
const ANSWER_WITHIN_MS = 5_000;

export interface RecordStamp {
  /** Of all that a public answer can rest on in the database: the data revision and the releases. */
  read(): Promise<string>;
  /** The same, where the database need not be asked; null where it must be. */
  readKept(): string | null;
  /** Whether the records are those of a stamp still, as the database says. */
  isStill(stamp: string): Promise<boolean>;
  /** The next read asks the database. */
  forget(): void;
  /** Calls the listener where a read finds another stamp than the one before. */
  onChange(listener: () => void): void;
  stop(): Promise<void>;
}

/** Keeps the stamp in memory until some process tells of a change. */
export function watchRecord(db: Database): RecordStamp {
  const listeners: (() => void)[] = [];
  let known: { stamp: string; readAt: number } | null = null;
  let latest: string | null = null;
  let reading: Promise<string> | null = null;
  let listening: Promise<(() => Promise<void>) | null> | null = null;
  let isTold = false;

  function forget(): void {
    known = null;
    reading = null;
  }

  // With the first question: a server that nobody asks needs no connection that listens.
  function listen(): Promise<(() => Promise<void>) | null> {
    return onRevision(db, forget).then(
      (stop) => {
        isTold = true;
        return stop;
      },
      () => {
        listening = null;
        return null;
      },
    );
  }

  const load = () => readWithin(ANSWER_WITHIN_MS, ask());

  async function ask(): Promise<string> {
    listening ??= listen();
    await listening;
    const { revision } = await readDataRevision(db);
    return writeStamp(revision, await findReleaseNames(db));
  }

  function readKept(): string | null {
    const trusted = isTold ? TRUSTED_MS : UNTRUSTED_MS;
    return known && performance.now() - known.readAt < trusted ? known.stamp : null;
  }

  return {
    readKept,
    async read() {
      const kept = readKept();
      if (kept !== null) return kept;
      const mine = reading ?? load();
      reading = mine;
      try {
        const stamp = await mine;
        // What was told meanwhile makes this answer an old one.
        if (reading !== mine) return stamp;
        known = { stamp, readAt: performance.now() };
        if (latest !== null && latest !== stamp) for (const tell of listeners) tell();
        latest = stamp;
        return stamp;
      } finally {
        if (reading === mine) reading = null;
      }
    },
    async isStill(stamp) {
      const { revision } = await readWithin(ANSWER_WITHIN_MS, readDataRevision(db));
      const isSame = stamp.startsWith(writeStamp(revision, []));
      if (!isSame) forget();
      return isSame;
    },
    forget,
    onChange: (listener) => void listeners.push(listener),
    async stop() {
      const stop = await listening;
      await stop?.();
    },
  };
}

function writeStamp(revision: number, releases: readonly string[]): string {
  return `${revision} ${releases.join(' ')}`;
}
