import { describe, expect, test } from 'vitest';
import { readMigrations } from '../src/migrations.ts';

/** Up to here, versions were brought in without an older one beside them. */
const LAST_BEFORE_THE_RULE = '20261126101146_comments_and_presence';

/**
 * What makes an older process fail while a newer one is brought in: docs/operations.md, "Several processes". Each may stand
 * in a migration whose first line names the one that made it needless: `-- contract: <migration>`.
 */
const BREAKING: [what: string, pattern: RegExp][] = [
  ['takes a table, column, type or value away', /\bDROP\s+(TABLE|COLUMN|TYPE|SCHEMA|VIEW|FUNCTION)\b/i],
  ['renames', /\bRENAME\b/i],
  ['changes the type of a column', /\bALTER\s+(COLUMN\s+)?"?\w+"?\s+(SET\s+DATA\s+)?TYPE\b/i],
  ['demands a value that older versions may leave out', /\bSET\s+NOT\s+NULL\b/i],
  ['takes a default away', /\bDROP\s+DEFAULT\b/i],
  [
    'adds a column that older versions do not fill',
    /\bADD\s+(COLUMN\s+)?(?!CONSTRAINT|COLUMN|VALUE|PRIMARY|UNIQUE|CHECK|FOREIGN|EXCLUDE)(IF\s+NOT\s+EXISTS\s+)?"?\w+"?(?=[^,;]*\bNOT\s+NULL\b)(?![^,;]*\b(DEFAULT|GENERATED|SERIAL)\b)[^,;]*/i,
  ],
  [
    'demands of what older versions write what they do not know',
    /\bADD\s+CONSTRAINT\b(?![^;]*\bNOT\s+VALID\b)|\bCREATE\s+UNIQUE\s+INDEX\b/i,
  ],
  ['empties or moves rows that older versions read', /\b(TRUNCATE|DELETE\s+FROM)\b/i],
];

describe('migrations after the rule', async () => {
  const migrations = await readMigrations();
  const names = migrations.map(({ name }) => name);
  const bound = migrations.filter(({ name }) => name > LAST_BEFORE_THE_RULE);

  test('are those after one that exists', () => {
    expect(names).toContain(LAST_BEFORE_THE_RULE);
  });

  test.each(bound.map(({ name, sql }) => [name, sql]))('%s leaves older processes working', (name, sql) => {
    const contract = /^-- contract: (\w+)$/m.exec(sql)?.[1];
    if (contract === undefined) expect(findBreaking(sql)).toEqual([]);
    else expect(names.filter((it) => it < name)).toContain(contract);
  });
});

describe('what breaks an older process', () => {
  test.each([
    'ALTER TABLE "claim" DROP COLUMN "note";',
    'DROP TABLE "claim";',
    'ALTER TABLE "claim" RENAME COLUMN "note" TO "remark";',
    'ALTER TABLE "claim" RENAME TO "telling";',
    'ALTER TABLE "claim" ALTER COLUMN "note" SET NOT NULL;',
    'ALTER TABLE "claim" ALTER COLUMN "low" SET DATA TYPE BIGINT;',
    'ALTER TABLE "claim" ALTER COLUMN "rank" DROP DEFAULT;',
    'ALTER TABLE "claim" ADD COLUMN "page" INTEGER NOT NULL;',
    'ALTER TABLE "claim" ADD COLUMN "a" TEXT DEFAULT \'x\', ADD COLUMN "b" TEXT NOT NULL;',
    'ALTER TABLE "claim" ADD CONSTRAINT "positive" CHECK ("low" > 0);',
    'CREATE UNIQUE INDEX "one" ON "claim" ("source_id");',
    'DELETE FROM "claim" WHERE "low" IS NULL;',
  ])('%s', (sql) => {
    expect(findBreaking(sql)).not.toEqual([]);
  });

  test.each([
    'ALTER TABLE "claim" ADD COLUMN "page" INTEGER;',
    'ALTER TABLE "claim" ADD COLUMN "page" INTEGER NOT NULL DEFAULT 0;',
    'ALTER TABLE "claim" ADD COLUMN "a" TEXT, ADD COLUMN "b" TEXT NOT NULL DEFAULT \'\';',
    'CREATE TABLE "page" ("id" SERIAL NOT NULL, "words" TEXT NOT NULL, CONSTRAINT "page_pkey" PRIMARY KEY ("id"));',
    'CREATE TABLE "page" ("code" TEXT NOT NULL); CREATE UNIQUE INDEX "page_code" ON "page" ("code");',
    'CREATE INDEX "claim_rank" ON "claim" ("rank");',
    'ALTER TABLE "claim" ALTER COLUMN "note" DROP NOT NULL;',
    'ALTER TYPE "Rank" ADD VALUE \'DOUBTED\';',
    '-- DROP TABLE "claim"',
  ])('but not: %s', (sql) => {
    expect(findBreaking(sql)).toEqual([]);
  });
});

/** What in a migration an older process would stumble over. Tables that it makes itself are nobody's yet. */
function findBreaking(sql: string): string[] {
  const own = new Set([...sql.matchAll(/\bCREATE\s+TABLE\s+"(\w+)"/gi)].map(([, table]) => table));
  const statements = sql
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => !own.has(/\b(?:TABLE|ON)\s+"(\w+)"/i.exec(statement)?.[1] ?? ''));
  return statements.flatMap((statement) =>
    BREAKING.filter(([, pattern]) => pattern.test(statement)).map(([what]) => `${what}: ${statement}`),
  );
}
