import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { releaseContract } from '../scripts/release.ts';
import { findContractChanges, readExpiry } from '../src/released/changes.ts';
import { findReleased, RELEASED_FOLDER, writeReleased } from '../src/released/files.ts';
import { typeDefs } from '../src/sdl.ts';

const TODAY = new Date().toISOString().slice(0, 10);

function describeBreaks(released: string, current: string, today = '2026-06-01'): string[] {
  return findContractChanges(released, current, today).breaking.map(({ description }) => description);
}

test('nothing that was released is taken away before its day', () => {
  const released = findReleased(RELEASED_FOLDER);
  if (!released) throw new Error('no SDL is released: run npm run contract:release');
  expect(describeBreaks(released.sdl, typeDefs, TODAY)).toEqual([]);
});

interface Element {
  name: string;
  deprecationReason?: string | null | undefined;
}

function listElements(type: GraphQLNamedType): Element[] {
  if (isEnumType(type)) return [...type.getValues()];
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): Element[] => [field, ...field.args]);
}

test('what is deprecated names the day until which it stays', () => {
  const types = Object.values(buildSchema(typeDefs).getTypeMap()).filter(
    (type) => !isIntrospectionType(type),
  );
  const undated = types
    .flatMap(listElements)
    .filter(({ deprecationReason: reason }) => reason != null && readExpiry(reason) === null);
  expect(undated.map(({ name }) => name)).toEqual([]);
});

describe('the gate', () => {
  const released = `
    type Query { count(by: By, old: Int @deprecated(reason: "Use by until 2026-05-31.")): Int
      total: Int @deprecated(reason: "Use count; kept until 2026-06-01.")
      legacy: Legacy @deprecated(reason: "Use count, until 2026-01-01") }
    type Legacy { part: Part } type Part { n: Int }
    enum By { YEAR, DAY @deprecated(reason: "Use YEAR until 2026-12-31") }`;

  test('lets go what was deprecated until a day that has come, and the types that only it led to', () => {
    const current = 'type Query { count(by: By): Int } enum By { YEAR, DAY }';
    expect(describeBreaks(released, current)).toEqual([]);
    expect(describeBreaks(released, current, '2026-05-31')).toEqual(['Query.total was removed.']);
  });

  test('holds what was not deprecated, or not until a day that has come', () => {
    const current = 'type Query { total: Int, count(by: By!): String } enum By { YEAR }';
    expect(describeBreaks(released, current)).toEqual([
      'Query.count arg by has changed type from By to By!.',
      'Query.count changed type from Int to String.',
      'DAY was removed from enum type By.',
    ]);
    expect(
      describeBreaks('type Query { a: Int @deprecated(reason: "Use b") }', 'type Query { b: Int }'),
    ).toEqual(['Query.a was removed.']);
    expect(
      describeBreaks(
        'type Query { a: Int @deprecated(reason: "until 2026-02-30") }',
        'type Query { b: Int }',
      ),
    ).toEqual(['Query.a was removed.']);
  });

  test('holds a type that something else still leads to', () => {
    const before = `type Query { a: T, b: T @deprecated(reason: "until 2020-01-01") } type T { n: Int }`;
    expect(describeBreaks(before, 'type Query { n: Int }')).toEqual([
      'T was removed.',
      'Query.a was removed.',
    ]);
  });

  test('tells what clients may stumble over, and lets it pass', () => {
    const { breaking, dangerous } = findContractChanges(
      released,
      released.replace('YEAR,', 'YEAR, MONTH,'),
      '2026-01-01',
    );
    expect(breaking).toEqual([]);
    expect(dangerous.map(({ description }) => description)).toEqual(['MONTH was added to enum type By.']);
  });
});

describe('a release of the contract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-contract-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is kept by its day, replaced on the same day, and refused where it breaks an earlier one', () => {
    const lines: string[] = [];
    const release = (sdl: string, day: string) =>
      releaseContract(folder, sdl, day, (line) => lines.push(line));
    expect(findReleased(folder)).toBeNull();
    expect(release('type Query { a: Int, b: Int }', '2026-01-01')).toBe(0);
    expect(release('type Query { a: Int }', '2026-01-01')).toBe(0);
    expect(release('type Query { a: Int, c: Int }', '2026-01-02')).toBe(0);
    expect(release('type Query { c: Int }', '2026-01-03')).toBe(1);
    expect(lines.at(-2)).toBe('breaks: Query.a was removed.');
    expect(findReleased(folder)?.day).toBe('2026-01-02');
    writeReleased(folder, { day: '2025-12-31', sdl: '' });
    expect(findReleased(folder)?.sdl).toBe('type Query { a: Int, c: Int }');
  });
});
