import { isDeepStrictEqual } from 'node:util';
import type { Database } from '@muster/db';
import {
  type CountInput,
  type EventInput,
  type GroupInput,
  knownOnOf,
  type LinkInput,
  listIssues,
  quantityOf,
  type SourceInput,
} from '@muster/schema/rules';
import type { Viewer } from '../context.ts';
import { ENTITIES, type Entity, type InputRecord, nameOf } from '../modules/import/entities.ts';
import type { Judged, Unjudged } from '../modules/import/queries/jobs.ts';
import { findByQuantity, findFirstPlaces, findRecords } from '../modules/import/queries/names.ts';
import { findStoredNow, type Stored } from '../modules/import/queries/stored.ts';
import { type Figure, LookalikePlaces, Lookalikes, toFigure } from './alike.ts';
import { keepUnmapped } from './keep-unmapped.ts';
import type { Mapping } from './mapping.ts';
import { isCount, type KnownNames } from './names.ts';
import { findAddRefusal, findChangeRefusal } from './rights.ts';
import { type Problem, type RawRecord, toField, toRawRecord } from './table-record.ts';

export interface JudgeParts {
  db: Database;
  jobId: number;
  viewer: Viewer;
  today: string;
  names: KnownNames;
  mapping: Mapping | null;
}

interface Good {
  entity: Entity;
  input: InputRecord;
  name: string;
}

interface Near {
  stored: Lookalikes;
  inFile: Lookalikes;
}

const COUNTS: Entity[] = ['Commitment', 'ReportedTotal'];
const kindOf = (entity: string) => (entity === 'Commitment' ? 'COMMITMENT' : 'REPORTED_TOTAL');

const RULES = new Map(ENTITIES.map(({ entity, rule }) => [entity, rule]));

/** Says of each row of a file what it would do; batch by batch, those that others refer to first. */
export class Judge {
  private readonly parts: JudgeParts;
  /** Where each name of the batch stood first. */
  private places = new Map<string, number>();
  private readonly lookalikes = new LookalikePlaces();

  constructor(parts: JudgeParts) {
    this.parts = parts;
  }

  async judge(rows: readonly Unjudged[]): Promise<Judged[]> {
    const { mapping, names } = this.parts;
    const raws = rows.map((row) => (mapping ? readTableRow(row, mapping) : readRecordRow(row)));
    this.places = await this.findPlaces(raws, rows[0]?.position ?? 0);
    const stored = await this.findStored(raws);
    const read = raws.map((raw, i) => this.read(raw, rows[i]?.position ?? 0, stored));
    const good = read.flatMap(({ good }) => good ?? []);
    await names.prepare(good);
    const near = await this.findNear(good);
    return read.map(({ good, judged }) => {
      if (!good || judged.problems !== null) return judged;
      const problems = [...names.findProblems(good), ...this.findRefusals(good, stored)].map((it) =>
        this.toColumn(it),
      );
      if (problems.length > 0) return { ...judged, verdict: 'REJECTED' as const, problems };
      names.add(good);
      return this.compare(good, judged, stored.get(keyOf(good)) ?? null, near);
    });
  }

  private read(
    raw: RawRecord,
    position: number,
    stored: Map<string, Stored>,
  ): { good: Good | null; judged: Judged } {
    const { entity } = raw;
    const name = nameOf(entity, raw.record);
    const { mapping } = this.parts;
    const before = name === null ? undefined : stored.get(`${entity} ${name}`);
    const kept =
      mapping && before
        ? keepUnmapped(raw.record, before.input, mapping)
        : { record: raw.record, problems: [] };
    const parsed = RULES.get(entity)?.safeParse(kept.record);
    const problems = [...raw.problems, ...kept.problems];
    const told = new Set(problems.map(({ field }) => field));
    for (const { field, message } of parsed?.error ? listIssues(parsed.error) : []) {
      const problem = this.toColumn({ field, message });
      // A cell that could not be read is empty to the rules, which would complain of it again.
      if (!told.has(problem.field)) problems.push(problem);
    }
    const first = this.place(name, position);
    if (first !== null)
      problems.push(
        this.toColumn({
          field: fieldOfName(entity),
          message: `${name} stands in row ${first} already; keep one`,
        }),
      );
    const judged: Judged = {
      position,
      entity,
      name,
      verdict: 'REJECTED',
      record: null,
      derived: null,
      problems: problems.length > 0 ? problems : null,
      readings: raw.readings.length > 0 ? raw.readings : null,
      changes: null,
      before: null,
      alike: null,
      entityId: null,
      version: null,
    };
    if (!parsed?.success || name === null)
      return {
        good: null,
        judged: {
          ...judged,
          problems: problems.length > 0 ? problems : [{ field: '', message: 'is no record' }],
        },
      };
    return { good: { entity, input: sortMembers(entity, parsed.data), name }, judged };
  }

  private place(name: string | null, position: number): number | null {
    if (name === null) return null;
    const first = this.places.get(name) ?? null;
    if (first === null) this.places.set(name, position);
    return first;
  }

  /** A batch is of one kind, or of counts, which share their names. */
  private findPlaces(raws: readonly RawRecord[], before: number): Promise<Map<string, number>> {
    const entities = [...new Set(raws.flatMap(({ entity }) => (isCount(entity) ? COUNTS : [entity])))];
    const names = raws.flatMap(({ entity, record }) => nameOf(entity, record) ?? []);
    const { db, jobId } = this.parts;
    return findFirstPlaces(db, jobId, { entities, names: [...new Set(names)], before });
  }

  private async findStored(raws: readonly RawRecord[]): Promise<Map<string, Stored>> {
    const all = new Map<string, Stored>();
    for (const entity of new Set(raws.map((raw) => raw.entity))) {
      const wanted = raws.flatMap((raw) => (raw.entity === entity ? (nameOf(entity, raw.record) ?? []) : []));
      const found = await findStoredNow(this.parts.db, entity, [...new Set(wanted)]);
      for (const [name, stored] of found) all.set(`${entity} ${name}`, stored);
    }
    return all;
  }

  /** Stored counts, and earlier ones of the file, with the quantities of the batch. */
  private async findNear(good: readonly Good[]): Promise<Near> {
    const near = { stored: new Lookalikes(), inFile: new Lookalikes() };
    const figures = good.flatMap(({ entity, input }) => {
      const figure = isCount(entity) ? toFigure(input as CountInput) : null;
      return figure ? [{ kind: kindOf(entity), figure }] : [];
    });
    if (figures.length === 0) return near;
    const { db, jobId } = this.parts;
    const quantities = figures.map(({ figure: { low, high } }) => ({ low, high }));
    for (const figure of await findByQuantity(db, quantities)) near.stored.add(figure.kind, figure);
    const places = new Set(figures.flatMap(({ kind, figure }) => this.lookalikes.find(kind, figure)));
    const rows = places.size === 0 ? [] : await findRecords(db, jobId, [...places]);
    for (const { entity, record } of rows) {
      const figure = toFigure(record as unknown as CountInput);
      if (figure) near.inFile.add(kindOf(entity), figure);
    }
    return near;
  }

  private findRefusals(good: Good, stored: Map<string, Stored>): Problem[] {
    const { viewer, names } = this.parts;
    const before = stored.get(keyOf(good));
    if (before) {
      if (isDeepStrictEqual(before.input, good.input)) return [];
      if ('code' in before.input && 'code' in good.input && before.input.slug !== good.input.slug) {
        return [{ field: 'slug', message: `others link to it: keep ${before.input.slug}` }];
      }
      const refusal = findChangeRefusal(viewer, before);
      return refusal === null ? [] : [{ field: '', message: refusal }];
    }
    const isSeen =
      good.entity === 'Link' &&
      [(good.input as LinkInput).from, (good.input as LinkInput).to].every(
        (slug) => names.findCount(slug)?.state === 'PUBLISHED',
      );
    const refusal = findAddRefusal(viewer, good.entity, isSeen);
    return refusal === null ? [] : [{ field: '', message: refusal }];
  }

  private compare(good: Good, judged: Judged, before: Stored | null, near: Near): Judged {
    const { entity, input } = good;
    const found = { ...judged, record: input, derived: this.derive(good, before) };
    if (before === null)
      return { ...found, verdict: 'NEW', alike: this.findAlike(good, judged.position, near) };
    const old = before.input as Record<string, unknown>;
    const changes = Object.entries(input).flatMap(([field, value]) =>
      isDeepStrictEqual(value, old[field]) ? [] : [field],
    );
    const identity = { entityId: before.id, version: before.version };
    if (changes.length === 0) return { ...found, ...identity, verdict: 'SAME', record: null, derived: null };
    return { ...found, ...identity, entity, verdict: 'CHANGED', changes, before: before.input };
  }

  private findAlike({ entity, input }: Good, position: number, near: Near): string[] | null {
    const figure: Figure | null = isCount(entity) ? toFigure(input as CountInput) : null;
    if (figure === null) return null;
    const kind = kindOf(entity);
    const alike = [...new Set([...near.stored.find(kind, figure), ...near.inFile.find(kind, figure)])];
    near.inFile.add(kind, figure);
    this.lookalikes.add(kind, figure, position);
    return alike.length > 0 ? alike : null;
  }

  private derive({ entity, input }: Good, before: Stored | null): object | null {
    const { names, today } = this.parts;
    if (!isCount(entity) && entity !== 'Event') return null;
    const { statedOn } = input as CountInput | EventInput;
    const tellings: { source: string }[] = isCount(entity)
      ? (input as CountInput).claims
      : (input as EventInput).sources;
    const sourceDates = tellings.map(({ source }) => names.dateOf(source));
    const knownOn = knownOnOf({ statedOn, sourceDates, recordedOn: before?.recordedOn ?? today });
    const quantity = isCount(entity) ? quantityOf((input as CountInput).claims) : null;
    return { knownOn, low: quantity?.low ?? null, high: quantity?.high ?? null };
  }

  private toColumn({ field, message }: Problem): Problem {
    const { mapping } = this.parts;
    return { field: mapping ? toField(field, mapping) : field, message };
  }
}

function readTableRow({ given, problems }: Unjudged, mapping: Mapping): RawRecord {
  const raw = toRawRecord(given as string[], mapping);
  return { ...raw, problems: [...((problems as Problem[] | null) ?? []).filter(isBroken), ...raw.problems] };
}

function readRecordRow({ entity, given, problems }: Unjudged): RawRecord {
  const record = given as Record<string, unknown>;
  const broken = ((problems as Problem[] | null) ?? []).filter(isBroken);
  return { entity: entity as Entity, record, problems: broken, readings: [] };
}

// Of an earlier check of the same rows, only what was found while reading the file still holds.
const BROKEN = /^(holds NUL|nests more)/;
const isBroken = ({ field, message }: Problem) => field === '' && BROKEN.test(message);

const keyOf = ({ entity, name }: Good) => `${entity} ${name}`;

function fieldOfName(entity: Entity): string {
  if (entity === 'Country') return 'iso3';
  if (entity === 'Link') return 'to';
  return entity === 'Group' || entity === 'Provider' ? 'code' : 'slug';
}

/** Members have no order of their own: that of an export. */
function sortMembers(entity: Entity, input: InputRecord): InputRecord {
  if (entity !== 'Group') return input;
  const group = input as GroupInput;
  const keyOfMember = ({ country, since }: GroupInput['members'][number]) => `${country} ${since ?? ''}`;
  return {
    ...group,
    members: [...group.members].sort((one, other) => (keyOfMember(one) < keyOfMember(other) ? -1 : 1)),
  };
}

/** Of a source or an event, the one of its own kind that it rests on. */
export function restsOn(entity: Entity, input: unknown): string | null {
  if (entity === 'Source') return (input as SourceInput).derivedFrom;
  return entity === 'Event' ? (input as EventInput).supersedes : null;
}
