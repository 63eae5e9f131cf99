import type { Audience, Voice } from '@muster/db';
import { InputError } from '../../errors.ts';
import type { BreakdownDimension } from '../../generated/resolvers.ts';
import type { Axis, Ground, RowKey } from './axis.ts';
import type { Taken } from './figures.ts';
import {
  describePeriod,
  listOwnStretches,
  listPeriods,
  listStretches,
  MONTHS_OF,
  type PeriodDimension,
} from './periods.ts';
import type { GroupedDimension } from './queries-unlinked.ts';
import { createRecipientAxis, isRecipientDimension } from './recipient-dimensions.ts';
import type { Named, RecordedCount, Register } from './record.ts';
import { type Ledger, listTaken } from './sums.ts';
import { AUDIENCE_WORDS, VOICE_WORDS, writeStart } from './words.ts';

const MOST_DIMENSIONS = 3;

/** Throws InputError unless there are one to three different dimensions, at most one of recipients and one of time. */
export function requireDimensions(by: readonly BreakdownDimension[]): void {
  if (by.length < 1 || by.length > MOST_DIMENSIONS) {
    throw new InputError('by', `give 1 to ${MOST_DIMENSIONS} dimensions, not ${by.length}`);
  }
  const twice = by.find((dimension, index) => by.indexOf(dimension) !== index);
  if (twice) throw new InputError('by', `${twice} is given twice; give each dimension once`);
  const kinds = [
    { words: 'for whom', found: by.filter(isRecipientDimension) },
    { words: 'when', found: by.filter(isPeriodDimension) },
  ];
  for (const { words, found } of kinds) {
    if (found.length > 1) {
      throw new InputError('by', `${found.join(' and ')} both say ${words}; give one of them`);
    }
  }
}

export function isPeriodDimension(dimension: BreakdownDimension): dimension is PeriodDimension {
  return dimension in MONTHS_OF;
}

export function createAxis(dimension: BreakdownDimension, ground: Ground): Axis {
  if (isRecipientDimension(dimension)) return createRecipientAxis(dimension, ground);
  if (isPeriodDimension(dimension)) return createPeriodAxis(dimension, ground);
  const place = (count: RecordedCount) =>
    listNames(dimension, count).map((name): RowKey => ({ dimension, ...name, target: null, days: null }));
  return {
    dimension,
    place,
    enter: (taken) => place(taken.count).map((key) => ({ key, taken, isListed: true })),
  };
}

/** The key of a group that is known by its own key alone. */
export function nameGroup(
  dimension: GroupedDimension,
  key: string | null,
  { programs, providers }: Pick<Register, 'programs' | 'providers'>,
): RowKey {
  const find = (named: Named[]) => named.find(({ slug }) => slug === key)?.name ?? key ?? '';
  const labelOf = {
    AUDIENCE: () => writeStart(AUDIENCE_WORDS[key as Audience]),
    VOICE: () => writeStart(VOICE_WORDS[key as Voice]),
    PROVIDER: () => find(providers),
    PROGRAM: () => (key === null ? NO_PROGRAM : find(programs)),
  };
  return { dimension, key, label: labelOf[dimension](), target: null, days: null };
}

const NO_PROGRAM = 'No program named';

function listNames(
  dimension: 'PROGRAM' | 'PROVIDER' | 'AUDIENCE' | 'VOICE',
  { program, providers, audience, voice }: RecordedCount,
): Pick<RowKey, 'key' | 'label'>[] {
  switch (dimension) {
    case 'AUDIENCE':
      return [{ key: audience, label: writeStart(AUDIENCE_WORDS[audience]) }];
    case 'VOICE':
      return [{ key: voice, label: writeStart(VOICE_WORDS[voice]) }];
    case 'PROVIDER':
      return providers.map(({ slug, name }) => ({ key: slug, label: name }));
    case 'PROGRAM':
      return [program ? { key: program.slug, label: program.name } : { key: null, label: NO_PROGRAM }];
  }
}

function createPeriodAxis(dimension: PeriodDimension, { ledger, period }: Ground): Axis {
  const keys = new Map<string, RowKey>();
  const keyOf = (start: string): RowKey => {
    const days = describePeriod(dimension, start);
    const key = keys.get(start) ?? { dimension, key: days.key, label: days.label, target: null, days };
    keys.set(start, key);
    return key;
  };
  const listStarts = (taken: Taken) => listPeriods(dimension, listStretches(taken, period, ledger.question));
  const tellings = mapTellings(ledger);
  return {
    dimension,
    enter: (taken) => {
      const own = listStarts(taken);
      // Joined tellings fall in the window of the one stated first, so that each must know of the others.
      const others = new Set((tellings.get(taken.count.slug) ?? []).flatMap(listStarts));
      for (const start of own) others.delete(start);
      return [
        ...own.map((start) => ({ key: keyOf(start), taken, isListed: true })),
        ...[...others].map((start) => ({ key: keyOf(start), taken, isListed: false })),
      ];
    },
    place: (count) => listPeriods(dimension, listOwnStretches(count, period)).map(keyOf),
  };
}

/** By slug, who takes part as another telling of the same thing, through tellings that are left out as well. */
function mapTellings(ledger: Ledger): Map<string, Taken[]> {
  const next = new Map<string, string[]>();
  for (const { from, to, relation } of ledger.links) {
    if (relation !== 'SAME_AS') continue;
    next.set(from, [...(next.get(from) ?? []), to]);
    next.set(to, [...(next.get(to) ?? []), from]);
  }
  const present = new Map(listTaken(ledger).map((taken) => [taken.count.slug, taken]));
  return new Map(
    [...next.keys()].map((slug) => {
      const reached = new Set([slug]);
      for (const it of reached) for (const other of next.get(it) ?? []) reached.add(other);
      reached.delete(slug);
      return [slug, [...reached].flatMap((it) => present.get(it) ?? [])];
    }),
  );
}
