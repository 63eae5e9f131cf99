import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as rules from '@muster/schema/rules';
import { quantityOf } from '@muster/schema/rules';
import { describe, expect, it } from 'vitest';
import * as enums from '../generated/enums.ts';
import { findCycle } from '../src/seed/cycle.ts';
import { DATASET_FOLDER, loadDataset } from '../src/seed/dataset.ts';
import { NOT_COLLECTED, type OriginRecord, RANGES } from './origin.ts';

const origin: OriginRecord[] = JSON.parse(readFileSync(join(DATASET_FOLDER, 'origin/facts.json'), 'utf8'));
const dataset = await loadDataset();
const counts = new Map(
  [...dataset.commitments, ...dataset.reportedTotals].map((count) => [count.slug, count]),
);
const events = new Map(dataset.events.map((event) => [event.slug, event]));
const sources = new Map(dataset.sources.map((source) => [source.slug, source]));

function requireRecord(slug: string) {
  const record = counts.get(slug) ?? events.get(slug);
  if (!record) throw new Error(`no such record: ${slug}`);
  return record;
}

const tellingsOf = (record: ReturnType<typeof requireRecord>) =>
  'claims' in record ? record.claims : record.sources;

function numbersOf(record: ReturnType<typeof requireRecord>): number[] {
  const figures = record.otherFigures.map(({ value }) => value);
  if (!('claims' in record)) return figures;
  const claimed = record.claims.flatMap(({ low, high }) => [low, high]);
  const shares = record.recipients.flatMap(({ shareLow, shareHigh }) => [shareLow, shareHigh]);
  return [...figures, ...claimed, ...shares].filter((number) => number !== null);
}

describe('nothing of the origin is lost', () => {
  it('keeps all 98 ids as slugs, and no others', () => {
    expect(origin).toHaveLength(98);
    expect([...counts.keys(), ...events.keys()].sort()).toEqual(origin.map(({ id }) => id).sort());
  });

  it.each(origin.map((record) => [record.id, record] as const))('%s', (id, record) => {
    const brought = requireRecord(id);
    expect(brought.title).toBe(record.title);
    expect(brought.providers).toEqual(record.providers);
    expect(brought.statedBy).toBe(record.announcedBy);
    expect(brought.confidence).toBe(record.confidence.toUpperCase());
    expect(brought.note ?? '').toContain(record.note);
    expect(brought.audienceStated).toBe(record.audience);

    const { value, lower, upper } = record.quantity ?? {};
    const numbers = [value, lower, upper, ...(record.figures ?? []).map((figure) => figure.value)];
    numbers.push(...(record.breakdown ?? []).map((part) => part.value));
    for (const number of numbers) if (number != null) expect(numbersOf(brought)).toContain(number);
    for (const { label, qualifier, note } of record.figures ?? []) {
      expect(brought.otherFigures).toContainEqual(
        expect.objectContaining({ label, qualifier: qualifier ?? null, note: note ?? null }),
      );
    }

    const tellings = tellingsOf(brought);
    record.sources.forEach((source, index) => {
      const telling = tellings[index];
      const document = sources.get(telling?.source ?? '');
      expect(document?.url).toBe(source.url ?? null);
      expect(telling?.fragment).toBe(source.fragment ?? null);
      expect(`${telling?.note} ${document?.note}`).toContain(source.note ?? '');
      expect(document?.publishedOn?.date.startsWith(source.publishedOn ?? '') ?? !source.publishedOn).toBe(
        true,
      );
      expect(document?.kind === 'REWRITE' || source.lineage !== 'mirror').toBe(true);
    });

    const stated = 'claims' in brought ? brought.window.stated : brought.periodStated;
    expect(stated).toBe(record.period.text ?? null);
    const recipients = 'claims' in brought ? brought.recipientsStated : brought.countriesStated;
    expect(recipients ?? '').toBe(record.recipientNote);
    const program = dataset.programs.find(({ slug }) => slug === brought.program)?.name ?? brought.note;
    expect(program?.toLowerCase()).toContain(record.program.toLowerCase());
  });

  it('names every recipient in a role', () => {
    for (const { id, recipients } of origin) {
      const brought = requireRecord(id);
      const named =
        'claims' in brought
          ? brought.recipients.map(({ country, group }) => country ?? group)
          : [...brought.countries.map(({ country }) => country), ...brought.groups.map(({ group }) => group)];
      const expected = recipients.filter((recipient) => recipient !== 'unspecified');
      expect('claims' in brought ? named : named.slice(0, expected.length), id).toEqual(expected);
    }
  });

  it('turns every overlap into a link that keeps its note', () => {
    for (const { id, overlaps } of origin) {
      for (const { with: other, note } of overlaps) {
        if (NOT_COLLECTED.has(other)) {
          expect(requireRecord(id).note).toContain(note);
          continue;
        }
        const link = dataset.links.find(
          ({ from, to }) => (from === id && to === other) || (from === other && to === id),
        );
        expect(link?.note, `${id} – ${other}`).toContain(note);
      }
    }
  });

  it('turns every supersedes into a link or an event’s own', () => {
    for (const { id, supersedes } of origin) {
      if (supersedes === null) continue;
      const link = dataset.links.find(({ from, to }) => from === id && to === supersedes);
      expect(link?.relation === 'SUPERSEDES' || events.get(id)?.supersedes === supersedes, id).toBe(true);
    }
  });
});

describe('quantities', () => {
  it('come out of the claims as the origin has them', () => {
    for (const { id, quantity } of origin) {
      const count = counts.get(id);
      if (!count) continue;
      const value = quantity?.value ?? null;
      const low = quantity?.lower ?? value;
      const high = quantity?.upper ?? value;
      const expected = RANGES.get(id) ?? (low === null || high === null ? null : { low, high });
      expect(quantityOf(count.claims), id).toEqual(expected);
    }
  });

  it('stand on a claim whose fragment holds the number, or whose note says that it does not', () => {
    const inWords: Record<number, RegExp> = {
      10: /10/,
      13: /Thirteen/,
      17: /Seventeen/,
      20: /Twenty |二十|twenty/,
      29: /Twenty-nine/,
      30: /Thirty/,
      100: /近百/,
      2000: /duemila/,
      20000: /20 тысяч/,
    };
    for (const [slug, { claims }] of counts) {
      for (const { low, high, fragment, note } of claims) {
        if (low === null || high === null || /does not hold it|is derived/.test(note ?? '')) continue;
        const digits: string[] = (fragment ?? '').replaceAll(/(?<=\d),(?=\d)/g, '').match(/\d+/g) ?? [];
        const told = [low, high].filter(
          (number) => digits.includes(String(number)) || inWords[number]?.test(fragment ?? ''),
        );
        expect(told.length, `${slug}: ${low}–${high} in “${fragment}”`).toBeGreaterThan(0);
      }
    }
  });

  it('are people, places or courses as the origin counts them', () => {
    const units = { people: 'PEOPLE', 'training opportunities': 'PLACES', programmes: 'COURSES' };
    for (const { id, quantity } of origin) {
      const count = counts.get(id);
      if (!count || !quantity) continue;
      expect(count.unit, id).toBe(units[quantity.unit]);
      expect(count.rate, id).toBe(quantity.per === 'year' ? 'PER_YEAR' : null);
      expect(count.qualifierStated, id).toBe(quantity.qualifier);
    }
  });
});

describe('windows', () => {
  it('of a report do not run past the period in which it was stated', () => {
    for (const { id, kind } of origin) {
      const count = counts.get(id);
      if (kind !== 'report' || !count?.statedOn || !count.window.end) continue;
      const last = rules.lastDayOf(count.statedOn);
      const limit = count.statedOn.precision === 'DAY' ? last : rules.addDays(last, 1);
      expect(count.window.end.date <= limit, id).toBe(true);
    }
  });

  it('hold the years that the origin gives', () => {
    for (const { id, period } of origin) {
      const brought = requireRecord(id);
      const start = 'claims' in brought ? brought.window.start : brought.startsOn;
      const end = 'claims' in brought ? brought.window.end : brought.endsOn;
      expect(start?.date.slice(0, 4), id).toBe(period.start?.slice(0, 4));
      if (period.end === null && id !== 'cn-arab-2022-1500') expect(end, id).toBeNull();
      if (period.end && end) expect(rules.addDays(end.date, -1).slice(0, 4), id).toBe(period.end.slice(0, 4));
    }
  });
});

it('has no count that is part of itself', () => {
  expect(findCycle(dataset.links)).toBeNull();
});

it('uses the words of the record model', () => {
  const vocabularies: Record<string, readonly string[]> = {
    Unit: rules.UNITS,
    Measure: rules.MEASURES,
    Audience: rules.AUDIENCES,
    Rate: rules.RATES,
    Precision: rules.PRECISIONS,
    Voice: rules.VOICES,
    RecipientScope: rules.RECIPIENT_SCOPES,
    CommitmentStatus: rules.COMMITMENT_STATUSES,
    Confidence: rules.CONFIDENCES,
    Qualifier: rules.QUALIFIERS,
    ClaimRank: rules.CLAIM_RANKS,
    SourceKind: rules.SOURCE_KINDS,
    LinkRelation: rules.LINK_RELATIONS,
    LinkBasis: rules.LINK_BASES,
    EventKind: rules.EVENT_KINDS,
    EventStatus: rules.EVENT_STATUSES,
    CountryRole: rules.COUNTRY_ROLES,
    GroupKind: rules.GROUP_KINDS,
    ProviderKind: rules.PROVIDER_KINDS,
  };
  const models = new Map<string, object>(Object.entries(enums));
  for (const [name, words] of Object.entries(vocabularies)) {
    expect(Object.keys(models.get(name) ?? {}), name).toEqual([...words]);
  }
});
