import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Random } from './random.ts';

/** Things that are there, by the name of the argument or field that asks for them. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** A name of an enum, which is no text where it stands in a query. */
export class EnumName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toJSON(): string {
    return this.name;
  }
}

const HOSTILE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '%',
  '_',
  '\\',
  "'",
  "'; DROP TABLE count; --",
  '"',
  '\u202e',
  '😀',
  'ﬃ',
  'İ',
  'ß'.repeat(60),
  'x'.repeat(201),
  'x'.repeat(5_000),
  '__proto__',
  'constructor',
  'null',
  '0',
  '-1',
  '2024-02-30',
  '2024',
  'September 2024',
  '1,000',
  '3000',
  '٣',
  '1e999',
  '99999999999999999999',
  '*:*',
  '()',
  '| & !',
  'ORG:',
  'M49:999',
  '../../etc/passwd',
  '$x',
  '\r\n',
];
const HOSTILE_NUMBERS = [0, -1, 500, 501, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, -(2 ** 53), 1.5, 1e300];
const DAYS = [
  '1900-01-01',
  '2199-12-31',
  '2024-02-29',
  '2024-02-30',
  '1899-12-31',
  '2200-01-01',
  '0000-00-00',
  '2024-1-1',
  'today',
  '',
  '2024-09-09T00:00:00Z',
  '+12024-01-01',
];
const INSTANTS = [
  '2024-09-09T00:00:00Z',
  '1970-01-01T00:00:00.000+14:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2024-02-30T00:00:00Z',
  '2024-09-09',
  '',
  '2016-12-31T23:59:60Z',
  'now',
];
/** How cursors are named in what is known: of one list, or of any. */
export const CURSOR = 'cursor of ';
export const ANY_CURSOR = `${CURSOR}any list`;

const DEEPEST = 4;

/** Mostly what is asked for, sometimes hostile. Undefined: leave it out. */
export function makeValue(
  random: Random,
  type: GraphQLInputType,
  name: string,
  known: Known,
  depth = 0,
): unknown {
  if (isNonNullType(type)) {
    return random.chance(0.01) ? null : makeGiven(random, type.ofType, name, known, depth);
  }
  return random.chance(0.06) ? null : makeGiven(random, type, name, known, depth);
}

function makeGiven(
  random: Random,
  type: GraphQLInputType,
  name: string,
  known: Known,
  depth: number,
): unknown {
  if (random.chance(0.01)) return random.pick<unknown>([true, 7, 'x', [], {}, [[1]], { a: 1 }]);
  if (isNonNullType(type)) return makeGiven(random, type.ofType, name, known, depth);
  if (isListType(type)) {
    const length = random.chance(0.005) ? 1_001 : random.integer(0, 3);
    return Array.from({ length }, () => makeValue(random, type.ofType, name, known, depth + 1));
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const taken = fields.filter(
      (field) => isRequiredInputField(field) || (depth < DEEPEST && random.chance(2 / (2 + fields.length))),
    );
    return Object.fromEntries(
      taken.map((field) => [field.name, makeValue(random, field.type, field.name, known, depth + 1)]),
    );
  }
  if (isEnumType(type)) {
    return new EnumName(random.chance(0.01) ? 'NO_SUCH_VALUE' : random.pick(type.getValues()).name);
  }
  return makeScalar(random, type.name, name, known);
}

function makeScalar(random: Random, type: string, name: string, known: Known): unknown {
  switch (type) {
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
    case 'SafeInt':
    case 'Float':
      return random.chance(0.15)
        ? random.pick(HOSTILE_NUMBERS)
        : random.integer(1, name.startsWith('m') ? 9_000 : 12);
    case 'Date':
      return random.chance(0.15) ? random.pick(DAYS) : makeDay(random);
    case 'DateTime':
      return random.chance(0.4) ? random.pick(INSTANTS) : `${makeDay(random)}T12:00:00Z`;
    default:
      return makeText(random, name, known);
  }
}

function makeDay(random: Random): string {
  const day = Date.UTC(random.integer(2000, 2030), random.integer(0, 11), random.integer(1, 28));
  return new Date(day).toISOString().slice(0, 10);
}

function makeText(random: Random, name: string, known: Known): string {
  if (random.chance(0.15)) return random.pick(HOSTILE_TEXTS);
  if (!name.startsWith(CURSOR)) return random.pick(known[name] ?? known.any ?? []);
  const there = known[random.chance(0.9) ? name : ANY_CURSOR] ?? known[ANY_CURSOR] ?? [];
  // Else one of our making, with a value that its order may not know.
  if (random.chance(0.6)) return random.pick(there);
  const [list] = JSON.parse(Buffer.from(random.pick(there), 'base64url').toString());
  const value = random.pick<unknown>([
    null,
    '',
    'x',
    0,
    -1,
    2 ** 31,
    1.5,
    '2024-02-30',
    '2024-01-01',
    {},
    [],
    true,
    ...HOSTILE_TEXTS,
  ]);
  return Buffer.from(JSON.stringify([list, value, random.pick(HOSTILE_TEXTS)])).toString('base64url');
}

/** A value as it is written in a query. */
export function printValue(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${printValue(part)}`)
      .join(' ')} }`;
  }
  // JSON's escapes are GraphQL's; whole numbers past 2^53 are written out.
  return typeof value === 'number' && Number.isInteger(value)
    ? BigInt(value).toString()
    : JSON.stringify(value);
}
