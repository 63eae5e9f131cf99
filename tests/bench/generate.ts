import { addDays, monthOf, writeMonth } from './calendar.ts';
import type { Setting } from './places.ts';
import { type Chance, createChance } from './random.ts';

/** Rows by table, with the columns as the database names them; what is left out is null. */
export interface Rows {
  count: Row[];
  count_provider: Row[];
  count_recipient: Row[];
  claim: Row[];
  link: Row[];
}

type Row = Record<string, string | number | boolean | null>;

/** The days that generated records lie in: known on `FIRST_YEAR`-01-01 at the earliest, before `AFTER_YEAR` at the latest. */
export const FIRST_YEAR = 2006;
export const AFTER_YEAR = 2026;

const SEED = 20_260_101;
/** Of so many counts in a row the first few are linked to one another. */
const BLOCK = 300;
const RECORDED_AT = '2026-01-01T00:00:00Z';

/** What the counts of a linked group share, and how they are linked. */
interface Component {
  size: number;
  shape: 'STAR' | 'SAME_AS' | 'SUPERSEDES';
  kind: 'COMMITMENT' | 'REPORTED_TOTAL';
  programId: number;
}

/**
 * Counts `from` (from 0) to before `until` with what hangs on them, always the same for the same index: a longer record
 * begins with the shorter one. About one in a hundred is linked, in groups of two to five, to counts of the same range.
 */
export function generateRows(setting: Setting, from: number, until: number): Rows {
  const rows: Rows = { count: [], count_provider: [], count_recipient: [], claim: [], link: [] };
  for (let index = from; index < until; index++) {
    const chance = createChance(SEED, index);
    const component = findComponent(setting, index);
    const count = describeCount(setting, index, chance, component);
    rows.count.push(count);
    addParties(rows, setting, index, chance, String(count.recipient_scope));
    if (count.quantity_low !== null && chance.is(0.4)) addClaims(rows, setting, count, chance);
    addLinks(rows, index, chance, component);
  }
  return rows;
}

/** The word that finds this count and no other: letters from a to p, and a q at each end. */
export function codeOf(index: number): string {
  const letters = index.toString(16).replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  return `q${letters}q`;
}

function findComponent({ programs }: Setting, index: number): Component | null {
  const chance = createChance(SEED + 1, Math.floor(index / BLOCK));
  const shape = chance.weigh<Component['shape']>({ STAR: 70, SAME_AS: 15, SUPERSEDES: 15 });
  const size = shape === 'STAR' ? 2 + chance.below(4) : 2;
  const kind = chance.is(0.7) ? 'COMMITMENT' : 'REPORTED_TOTAL';
  if (index % BLOCK >= size) return null;
  return { size, shape, kind, programId: 1 + chance.below(programs.length) };
}

function describeCount(setting: Setting, index: number, chance: Chance, component: Component | null): Row {
  const kind = component?.kind ?? (chance.is(0.6) ? 'COMMITMENT' : 'REPORTED_TOTAL');
  const unit = component ? 'PEOPLE' : chance.weigh({ PEOPLE: 85, PLACES: 10, COURSES: 5 });
  const known = describeDays(chance, component !== null);
  const isRate = !component && unit === 'PEOPLE' && chance.is(0.02);
  const state = component ? 'PUBLISHED' : chance.weigh({ PUBLISHED: 980, DRAFT: 15, RETRACTED: 5 });
  const noun = kind === 'COMMITMENT' ? 'commitment' : 'reported total';
  return {
    id: index + 1,
    slug: `generated-${String(index).padStart(7, '0')}`,
    kind,
    title: `Generated ${noun} ${codeOf(index)}: police training, ${chance.pick(setting.countries).name}`,
    program_id: component?.programId ?? (chance.is(0.8) ? 1 + chance.below(setting.programs.length) : null),
    unit,
    measure: describeMeasure(unit, chance, component !== null),
    audience: chance.weigh({
      POLICE: 60,
      LAW_ENFORCEMENT: 20,
      SECURITY: 8,
      MIXED: 7,
      JUSTICE: 3,
      MILITARY: 2,
    }),
    audience_stated: 'police officers',
    ...describeQuantity(chance, component !== null),
    rate: isRate ? 'PER_YEAR' : null,
    ...describeWindow(chance, known.known_on, component !== null || isRate),
    ...known,
    stated_by: chance.is(0.5) ? 'a ministry' : null,
    voice: chance.weigh({ PROVIDER: 55, MEDIA: 20, RECIPIENT: 15, INDEPENDENT: 10 }),
    recipient_scope: chance.weigh({ NAMED: 55, GROUP: 15, PARTLY_NAMED: 5, UNSPECIFIED: 25 }),
    status: kind === 'COMMITMENT' ? describeStatus(chance, component !== null) : null,
    confidence: chance.weigh({ HIGH: 50, MEDIUM: 35, LOW: 15 }),
    note: chance.is(0.2) ? 'Generated for measurements; it describes nothing that happened.' : null,
    state,
    version: 1,
    created_at: RECORDED_AT,
    updated_at: RECORDED_AT,
    published_at: state === 'DRAFT' ? null : RECORDED_AT,
    retracted_reason: state === 'RETRACTED' ? 'generated as taken back' : null,
  };
}

function describeMeasure(unit: string, chance: Chance, isLinked: boolean): string {
  if (unit === 'COURSES') return 'COURSES';
  if (unit === 'PLACES') return 'PLACES';
  return isLinked || chance.is(0.9) ? 'TRAINEES' : chance.pick(['PARTICIPATIONS', 'VISITORS', 'GRADUATES']);
}

function describeStatus(chance: Chance, isLinked: boolean): string {
  if (isLinked) return 'ANNOUNCED';
  return chance.weigh({ ANNOUNCED: 70, SIGNED: 22, PROPOSED: 4, REJECTED: 2, WITHDRAWN: 2 });
}

function describeQuantity(chance: Chance, isLinked: boolean): Row {
  if (!isLinked && chance.is(0.04)) return { quantity_low: null, quantity_high: null };
  const low = Math.round(10 * 10 ** (chance.share() * 2.7));
  return { quantity_low: low, quantity_high: chance.is(0.8) ? low : Math.round(low * (1 + chance.share())) };
}

/** When it was stated, as finely as somebody says, and the last day of that period as the day it was known. */
function describeDays(chance: Chance, isLinked: boolean): Row & { known_on: string } {
  const month = monthOf(FIRST_YEAR) + chance.below((AFTER_YEAR - FIRST_YEAR) * 12);
  const day = addDays(writeMonth(month), chance.below(28));
  const precision = chance.weigh({ DAY: 80, MONTH: 15, YEAR: 5 });
  if (!isLinked && chance.is(0.03)) return { stated_on: null, stated_on_precision: null, known_on: day };
  if (precision === 'DAY') return { stated_on: day, stated_on_precision: precision, known_on: day };
  const first = precision === 'MONTH' ? month : month - (month % 12);
  const next = writeMonth(precision === 'MONTH' ? month + 1 : first + 12);
  return { stated_on: writeMonth(first), stated_on_precision: precision, known_on: addDays(next, -1) };
}

/** Whole years from the first of a month, mostly; some of other months or days, some open, some with a latest end. */
function describeWindow(chance: Chance, knownOn: string, isWhole: boolean): Row {
  const month = monthOf(Number(knownOn.slice(0, 4)), Number(knownOn.slice(5, 7))) - chance.below(6);
  const silence = isWhole ? 0 : chance.share();
  if (silence > 0.98) return {};
  if (silence > 0.93) return { window_start: writeMonth(month), window_start_precision: 'MONTH' };
  if (silence > 0.9) {
    const start = addDays(writeMonth(month), chance.below(28));
    return describeBounds(start, 'DAY', addDays(start, 3 + chance.below(400)), 'DAY');
  }
  const months = isWhole || chance.is(0.8) ? 12 * (1 + chance.below(5)) : 1 + chance.below(36);
  const bounds = describeBounds(writeMonth(month), 'MONTH', writeMonth(month + months), 'MONTH');
  const isWide = !isWhole && chance.is(0.02);
  return isWide ? { ...bounds, window_end_latest: writeMonth(month + months + 24) } : bounds;
}

function describeBounds(start: string, startPrecision: string, end: string, endPrecision: string): Row {
  return {
    window_start: start,
    window_start_precision: startPrecision,
    window_end: end,
    window_end_precision: endPrecision,
  };
}

function addParties(rows: Rows, setting: Setting, index: number, chance: Chance, scope: string): void {
  const countId = index + 1;
  const first = chance.below(setting.providers.length);
  const providers = chance.is(0.05) ? [first, (first + 7) % setting.providers.length] : [first];
  for (const [position, provider] of providers.entries()) {
    rows.count_provider.push({ count_id: countId, provider_id: provider + 1, position });
  }
  const recipient = { count_id: countId, share_low: null, share_high: null };
  if (scope === 'GROUP') {
    const group_id = 1 + chance.below(setting.groups.length);
    rows.count_recipient.push({ ...recipient, id: countId * 4, position: 0, country_iso3: null, group_id });
  }
  if (scope !== 'NAMED' && scope !== 'PARTLY_NAMED') return;
  const start = chance.below(setting.countries.length);
  const many = chance.weigh({ one: 80, two: 12, three: 8 });
  for (let position = 0; position < { one: 1, two: 2, three: 3 }[many]; position++) {
    const country = setting.countries[(start + position * 31) % setting.countries.length];
    const id = countId * 4 + position;
    rows.count_recipient.push({
      ...recipient,
      id,
      position,
      country_iso3: country?.iso3 ?? null,
      group_id: null,
    });
  }
}

function addClaims(rows: Rows, { sources }: Setting, count: Row, chance: Chance): void {
  const claims = 1 + chance.below(2);
  for (let position = 0; position < claims; position++) {
    rows.claim.push({
      id: Number(count.id) * 2 + position,
      count_id: count.id ?? null,
      source_id: 1 + chance.below(sources.length),
      position,
      low: count.quantity_low ?? null,
      high: count.quantity_high ?? null,
      qualifier: chance.is(0.3) ? 'ABOUT' : 'EXACT',
      fragment: `generated words that hold ${count.quantity_low}`,
      language: 'en',
      rank: 'NORMAL',
    });
  }
}

function addLinks(rows: Rows, index: number, chance: Chance, component: Component | null): void {
  // The first of a component is the whole, or the earlier telling; links run to it from the others.
  if (!component || index % BLOCK === 0) return;
  const whole = index - (index % BLOCK) + 1;
  const part = chance.is(0.5) ? 'PART_OF' : 'MAY_BE_PART_OF';
  rows.link.push({
    id: index + 1,
    from_id: index + 1,
    to_id: whole,
    relation: component.shape === 'STAR' ? part : component.shape,
    basis: 'INFERRED',
  });
}
