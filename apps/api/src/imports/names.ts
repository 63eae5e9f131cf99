import type { Database } from '@muster/db';
import type {
  CountInput,
  EventInput,
  GroupInput,
  ImpreciseDate,
  LinkInput,
  ProviderInput,
  SourceInput,
} from '@muster/schema/rules';
import type { Entity, InputRecord } from '../modules/import/entities.ts';
import {
  findEventSlugs,
  findGoodCounts,
  findKnownCounts,
  findNames,
  findSourceDates,
  findStagedNames,
  type KnownCount,
} from '../modules/import/queries/names.ts';
import type { Problem } from './table-record.ts';

type Checked = { entity: Entity; input: InputRecord };

/** Which names there are, in the database and among the rows that were found good so far. */
export class KnownNames {
  private readonly inFile = new Map<string, ImpreciseDate | null>();
  private readonly eventsInFile = new Set<string>();
  private stored = new Map<string, ImpreciseDate | null>();
  private storedCounts = new Map<string, KnownCount>();
  private countsInFile = new Set<string>();
  private storedEvents = new Set<string>();
  private staged = { Source: new Set<string>(), Event: new Set<string>() };

  private readonly db: Database;
  private readonly jobId: number;
  private readonly few: Awaited<ReturnType<typeof findNames>>;

  private constructor(db: Database, jobId: number, few: Awaited<ReturnType<typeof findNames>>) {
    this.db = db;
    this.jobId = jobId;
    this.few = few;
  }

  static async load(db: Database, jobId: number): Promise<KnownNames> {
    const names = new KnownNames(db, jobId, await findNames(db));
    names.staged = {
      Source: await findStagedNames(db, jobId, 'Source'),
      Event: await findStagedNames(db, jobId, 'Event'),
    };
    return names;
  }

  /** Looks up what a batch refers to. */
  async prepare(batch: readonly Checked[]): Promise<void> {
    const sources = batch.flatMap((row) => sourcesOf(row).map(({ name }) => name));
    this.stored = await findSourceDates(this.db, [...new Set(sources)]);
    const counts = batch.flatMap(({ entity, input }) => {
      if (entity === 'Link') return [(input as LinkInput).from, (input as LinkInput).to];
      return isCount(entity) ? [(input as CountInput).slug] : [];
    });
    this.storedCounts = await findKnownCounts(this.db, [...new Set(counts)]);
    const ends = batch.flatMap(({ entity, input }) =>
      entity === 'Link' ? [(input as LinkInput).from, (input as LinkInput).to] : [],
    );
    this.countsInFile =
      ends.length === 0 ? new Set() : await findGoodCounts(this.db, this.jobId, [...new Set(ends)]);
    const events = batch.flatMap(({ entity, input }) =>
      entity === 'Event' ? ((input as EventInput).supersedes ?? []) : [],
    );
    this.storedEvents = await findEventSlugs(this.db, events);
  }

  /** Adds a row that was found good. */
  add({ entity, input }: Checked): void {
    if (entity === 'Country') this.few.country.add((input as { iso3: string }).iso3);
    if (entity === 'Group' || entity === 'Provider') {
      const { code, slug } = input as GroupInput | ProviderInput;
      this.few[entity === 'Group' ? 'group' : 'provider'].add(code);
      this.few[entity === 'Group' ? 'groupSlugs' : 'providerSlugs'].set(slug, code);
    }
    if (entity === 'Program') this.few.program.add((input as { slug: string }).slug);
    if (entity === 'Source') this.inFile.set((input as SourceInput).slug, (input as SourceInput).publishedOn);
    if (entity === 'Event') this.eventsInFile.add((input as EventInput).slug);
  }

  /** Forgets a source or an event that was found bad after all. */
  drop(entity: 'Source' | 'Event', slug: string): void {
    this.inFile.delete(slug);
    if (entity === 'Event') this.eventsInFile.delete(slug);
  }

  findCount(slug: string): KnownCount | null {
    return this.storedCounts.get(slug) ?? null;
  }

  dateOf(source: string): ImpreciseDate | null {
    return this.inFile.get(source) ?? this.stored.get(source) ?? null;
  }

  /** Names in the row that no record bears, and slugs that another record has. */
  findProblems(row: Checked): Problem[] {
    const { entity, input } = row;
    const problems: Problem[] = [];
    const require = (
      field: string,
      kind: 'country' | 'group' | 'provider' | 'program',
      name: string | null,
    ) => {
      if (name !== null && !this.few[kind].has(name)) problems.push(unknown(field, kind, name));
    };
    for (const { field, name } of sourcesOf(row)) {
      const isStaged = field === 'derivedFrom' && this.staged.Source.has(name);
      if (!this.inFile.has(name) && !this.stored.has(name) && !isStaged)
        problems.push(unknown(field, 'source', name));
    }
    if (entity === 'Group' || entity === 'Provider') {
      const { slug, code } = input as GroupInput | ProviderInput;
      const owner = this.few[entity === 'Group' ? 'groupSlugs' : 'providerSlugs'].get(slug);
      if (owner !== undefined && owner !== code)
        problems.push({ field: 'slug', message: `is taken by ${owner}; choose another` });
    }
    if (entity === 'Group') {
      for (const [i, { country }] of (input as GroupInput).members.entries()) {
        require(`members.${i}.country`, 'country', country);
      }
    }
    if (entity === 'Provider') require('country', 'country', (input as ProviderInput).country);
    if (isCount(entity)) {
      const count = input as CountInput;
      require('program', 'program', count.program);
      count.providers.forEach((code, i) => {
        require(`providers.${i}`, 'provider', code);
      });
      count.recipients.forEach(({ country, group }, i) => {
        require(`recipients.${i}.country`, 'country', country);
        require(`recipients.${i}.group`, 'group', group);
      });
      const kind = this.findCount(count.slug)?.kind;
      if (kind !== undefined && (kind === 'COMMITMENT') !== (entity === 'Commitment')) {
        problems.push({ field: 'slug', message: 'is taken by a record of the other kind; choose another' });
      }
    }
    if (entity === 'Event') {
      const event = input as EventInput;
      require('program', 'program', event.program);
      event.providers.forEach((code, i) => {
        require(`providers.${i}`, 'provider', code);
      });
      event.countries.forEach(({ country }, i) => {
        require(`countries.${i}.country`, 'country', country);
      });
      event.groups.forEach(({ group }, i) => {
        require(`groups.${i}.group`, 'group', group);
      });
      const { supersedes } = event;
      if (supersedes !== null && !this.storedEvents.has(supersedes) && !this.staged.Event.has(supersedes)) {
        problems.push(unknown('supersedes', 'event', supersedes));
      }
    }
    if (entity === 'Link') {
      for (const end of ['from', 'to'] as const) {
        const slug = (input as LinkInput)[end];
        if (!this.countsInFile.has(slug) && this.findCount(slug) === null)
          problems.push(unknown(end, 'count', slug));
      }
    }
    return problems;
  }

  /** Whether a source or event that another rests on is there, once all of the file were looked at. */
  isThere(entity: 'Source' | 'Event', name: string, stored: ReadonlySet<string>): boolean {
    return stored.has(name) || (entity === 'Source' ? this.inFile.has(name) : this.eventsInFile.has(name));
  }
}

export const isCount = (entity: Entity): boolean => entity === 'Commitment' || entity === 'ReportedTotal';

function unknown(field: string, kind: string, name: string): Problem {
  return { field, message: `there is no ${kind} ${name}, or its own row is refused; choose another` };
}

function sourcesOf({ entity, input }: Checked): { field: string; name: string }[] {
  if (isCount(entity)) {
    return (input as CountInput).claims.map(({ source }, i) => ({
      field: `claims.${i}.source`,
      name: source,
    }));
  }
  if (entity === 'Event') {
    return (input as EventInput).sources.map(({ source }, i) => ({
      field: `sources.${i}.source`,
      name: source,
    }));
  }
  const [field, name] =
    entity === 'Source'
      ? ['derivedFrom', (input as SourceInput).derivedFrom]
      : ['source', entity === 'Link' ? (input as LinkInput).source : null];
  return name === null || name === undefined ? [] : [{ field: field as string, name }];
}
