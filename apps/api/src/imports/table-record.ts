import { readDate, readNumber } from '@muster/schema/rules';
import type { Entity } from '../modules/import/entities.ts';
import type { Mapping } from './mapping.ts';

export interface Problem {
  field: string;
  message: string;
}

/** What was understood of a number or a date that people write in many ways. */
export interface Reading {
  field: string;
  given: string;
  read: string;
}

export interface RawRecord {
  entity: Entity;
  record: Record<string, unknown>;
  problems: Problem[];
  readings: Reading[];
}

const WORDS = ['unit', 'measure', 'audience', 'voice', 'recipientScope', 'confidence', 'rate', 'status'];
const TEXTS = [
  'slug',
  'title',
  'program',
  'audienceStated',
  'qualifierStated',
  'statedBy',
  'recipientsStated',
  'note',
];
const TELLING = ['number', 'source', 'fragment', 'locator', 'language'];

/** A row of a table as a record, not yet checked by the rules. An empty cell says nothing. */
export function toRawRecord(cells: readonly string[], mapping: Mapping): RawRecord {
  const given = new Map<string, string>();
  mapping.forEach((field, index) => {
    const cell = cells[index]?.trim() ?? '';
    if (field !== null && cell !== '') given.set(field, cell);
  });
  const problems: Problem[] = [];
  const readings: Reading[] = [];
  const refuse = (field: string, message: string) => {
    problems.push({ field, message });
  };
  const date = (field: string) => {
    const cell = given.get(field);
    if (cell === undefined) return null;
    const read = readDate(cell);
    if ('problem' in read) {
      refuse(field, read.problem);
      return null;
    }
    const { date: day, precision } = read.date;
    if (day !== cell) readings.push({ field, given: cell, read: `${day}, ${precision.toLowerCase()}` });
    return read.date;
  };
  const json = (field: string): unknown => {
    const cell = given.get(field);
    if (cell === undefined) return undefined;
    try {
      return JSON.parse(cell);
    } catch (error) {
      refuse(field, `is not JSON: ${(error as Error).message.slice(0, 120)}`);
      return undefined;
    }
  };

  const record: Record<string, unknown> = {};
  for (const field of TEXTS) if (given.has(field)) record[field] = given.get(field);
  for (const field of WORDS) {
    const word = given.get(field);
    if (word !== undefined) record[field] = toWord(word);
  }
  record.providers = splitNames(given.get('providers'));
  record.recipients = splitNames(given.get('recipients')).map((name) => readRecipient(name, refuse));
  record.window = {
    start: date('windowStart'),
    end: date('windowEnd'),
    endLatest: date('windowEndLatest')?.date ?? null,
    stated: given.get('windowStated') ?? null,
  };
  record.statedOn = date('statedOn');
  const figures = json('otherFigures');
  if (figures !== undefined) record.otherFigures = figures;
  const claims = json('claims');
  if (claims !== undefined) record.claims = claims;
  const isTold = TELLING.some((field) => given.has(field));
  if (isTold && given.has('claims')) refuse('claims', 'give the claims, or number and source; not both');
  if (isTold && !given.has('claims')) record.claims = [readClaim(given, refuse, readings)];
  return { entity: readKind(given, refuse), record, problems, readings };
}

function readKind(given: Map<string, string>, refuse: (field: string, message: string) => void): Entity {
  const word = toWord(given.get('kind') ?? (given.has('status') ? 'COMMITMENT' : ''));
  if (word === 'COMMITMENT') return 'Commitment';
  if (word === 'REPORTED_TOTAL' || word === 'REPORT') return 'ReportedTotal';
  refuse(
    'kind',
    word === ''
      ? 'is required: COMMITMENT or REPORTED_TOTAL'
      : `unknown kind: ${word.slice(0, 60)}; use COMMITMENT or REPORTED_TOTAL`,
  );
  return given.has('status') ? 'Commitment' : 'ReportedTotal';
}

function readClaim(
  given: Map<string, string>,
  refuse: (field: string, message: string) => void,
  readings: Reading[],
) {
  const claim = {
    source: given.get('source'),
    fragment: given.get('fragment') ?? null,
    locator: given.get('locator') ?? null,
    language: given.get('language'),
  };
  const number = given.get('number');
  if (number === undefined) return claim;
  const read = readNumber(number);
  if ('problem' in read) {
    refuse('number', read.problem);
    return claim;
  }
  const { low, high, qualifier } = read.number;
  if (String(low) !== number) {
    readings.push({
      field: 'number',
      given: number,
      read: `${low}${high === low ? '' : `–${high}`}${qualifier ? `, ${qualifier}` : ''}`,
    });
  }
  return { ...claim, low, high, qualifier };
}

function readRecipient(text: string, refuse: (field: string, message: string) => void) {
  const [name = '', share] = text.split('=').map((part) => part.trim());
  const recipient = name.includes(':') ? { group: name } : { country: name };
  if (share === undefined) return recipient;
  const read = readNumber(share);
  if ('problem' in read) {
    refuse('recipients', `${name}: ${read.problem}`);
    return recipient;
  }
  return { ...recipient, shareLow: read.number.low, shareHigh: read.number.high };
}

const splitNames = (text = '') =>
  text
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const toWord = (text: string) => text.toUpperCase().replaceAll(/[\s-]+/g, '_');

/** The column that a place in a record comes from: `claims.0.low` of a row with a number is `number`. */
export function toField(path: string, mapping: Mapping): string {
  const telling = /^claims(?:\.0)?(?:\.(\w+))?$/.exec(path);
  if (telling && !mapping.includes('claims')) {
    const part = telling[1] ?? 'number';
    return ['low', 'high', 'qualifier'].includes(part) ? 'number' : part;
  }
  const window = /^window\.(start|end|endLatest|stated)/.exec(path)?.[1];
  if (window) return `window${window.charAt(0).toUpperCase()}${window.slice(1)}`;
  return /^(providers|recipients|statedOn)\./.exec(path)?.[1] ?? path;
}
