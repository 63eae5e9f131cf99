import type { ReleaseDatabase } from './database.ts';

interface CountedReadings {
  records: ReleaseDatabase;
  /** Statements that read the records so far, or more: Prisma reads what hangs on rows by statements of their own. */
  count(): number;
}

/** The same records, with how often they are read from here. */
export function countReadings(records: ReleaseDatabase): CountedReadings {
  let readings = 0;
  const counted: ReleaseDatabase = {
    ...records,
    get prisma() {
      readings += 2;
      return records.prisma;
    },
    query: (...asked) => {
      readings += 1;
      return records.query(...asked);
    },
  };
  return { records: counted, count: () => readings };
}
