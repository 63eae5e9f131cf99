import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const linter = join(
  dirname(createRequire(import.meta.url).resolve('graphql-schema-linter/package.json')),
  'lib/cli.js',
);

/** Rules of the linter that the contract does not follow, and why. */
const EXCEPTIONS: Record<string, string> = {
  'enum-values-sorted-alphabetically': 'values stand in their own order: DAY, MONTH, YEAR',
  'input-object-fields-sorted-alphabetically': 'fields stand in the order in which they are looked for',
  'interface-fields-sorted-alphabetically': 'as above',
  'type-fields-sorted-alphabetically': 'as above: identity, what it is, what it rests on, its record',
};

/** Rules without which the lint would be empty. */
const NEEDED = [
  'arguments-have-descriptions',
  'defined-types-are-used',
  'deprecations-have-a-reason',
  'relay-connection-arguments-spec',
  'relay-connection-types-spec',
  'relay-page-info-spec',
];

const FAULTY = `
"Everything."
type Query {
  "A page without arguments and with one that is not described."
  things(text: String): ThingConnection @deprecated
}

"A page without edges."
type ThingConnection {
  "Not the standard page info."
  pageInfo: PageInfo
}

"Page info without its fields."
type PageInfo {
  "True when more follows."
  hasNextPage: Boolean
}

"Nothing leads here."
type Stray {
  "A name."
  name: String
}
`;

interface Finding {
  rule: string;
  message: string;
}

async function lint(args: string[]): Promise<Finding[]> {
  const run = promisify(execFile)(process.execPath, [linter, '--format', 'json', ...args], {
    cwd: join(import.meta.dirname, '..'),
  });
  // It leaves with 1 where it has found something.
  const { stdout } = await run.catch((failure: { code: number; stdout: string }) => {
    if (failure.code !== 1) throw failure;
    return failure;
  });
  return (JSON.parse(stdout) as { errors: Finding[] }).errors;
}

test('the contract follows every rule of the linter but those listed', async () => {
  const findings = await lint(['sdl/*.graphql']);
  const unexpected = findings.filter(({ rule }) => !(rule in EXCEPTIONS));
  expect(unexpected.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  const needless = Object.keys(EXCEPTIONS).filter(
    (rule) => !findings.some((finding) => finding.rule === rule),
  );
  expect(needless).toEqual([]);
});

test('the linter would find what the contract must not have', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'faulty.graphql');
  writeFileSync(file, FAULTY);
  const rules = new Set((await lint([file])).map(({ rule }) => rule));
  expect(NEEDED.filter((rule) => !rules.has(rule))).toEqual([]);
});
