import type { QueryEventsArgs, QuerySourcesArgs } from '../../generated/resolvers.ts';
import {
  type EventExport,
  listEvents,
  listSources,
  type SourceExport,
} from '../../modules/export/queries/documents.ts';
import { column, permalink, releasedColumns, sourceColumns } from '../column.ts';
import { defineTable, type Table } from '../table.ts';

export const DOCUMENT_TABLES: Table[] = [
  defineTable({
    name: 'sources',
    title: 'Sources',
    row: 'one document',
    like: { list: 'sources', takes: ['filter', 'orderBy', 'direction'] },
    columns: [
      permalink<SourceExport>(({ slug }) => `/sources/${slug}`, 'The document’s page here.'),
      ...releasedColumns<SourceExport>('sources', {
        slug: ({ slug }) => slug,
        title: ({ title }) => title,
        title_is_descriptive: ({ titleIsDescriptive }) => titleIsDescriptive,
        publisher: ({ publisher }) => publisher,
        url: ({ url }) => url,
        archived_url: ({ archivedUrl }) => archivedUrl,
        published_on: ({ publishedOn }) => publishedOn?.date ?? null,
        published_on_precision: ({ publishedOn }) => publishedOn?.precision ?? null,
        kind: ({ kind }) => kind,
        language: ({ language }) => language,
        derived_from: ({ derivedFrom }) => derivedFrom,
        derived_from_note: ({ derivedFromNote }) => derivedFromNote,
        note: ({ note }) => note,
      }),
    ],
    list: (ctx, args: Partial<QuerySourcesArgs>) => listSources(ctx, args),
  }),
  defineTable({
    name: 'events',
    title: 'Events',
    row: 'one forum, agreement, exercise or criticism',
    like: { list: 'events', takes: ['filter', 'orderBy', 'direction', 'knownOn'] },
    columns: [
      permalink<EventExport>(({ slug }) => `/events/${slug}`),
      ...releasedColumns<EventExport>('events', {
        slug: ({ slug }) => slug,
        title: ({ title }) => title,
        kind: ({ kind }) => kind,
        status: ({ status }) => status,
        program: ({ program }) => program,
      }),
      column<EventExport>(
        'providers',
        'list',
        { meaning: 'Codes of who trains; the table of providers describes each.' },
        ({ providers }) => providers,
      ),
      column<EventExport>(
        'countries',
        'list',
        { meaning: 'ISO 3166-1 alpha-3 codes of the countries with a role in it.' },
        ({ countries }) => countries,
      ),
      column<EventExport>(
        'groups',
        'list',
        { meaning: 'Codes of the groups with a role in it, such as GRP:SCO.' },
        ({ groups }) => groups,
      ),
      ...releasedColumns<EventExport>('events', {
        audience_stated: ({ audienceStated }) => audienceStated,
        starts_on: ({ startsOn }) => startsOn?.date ?? null,
        starts_on_precision: ({ startsOn }) => startsOn?.precision ?? null,
        ends_on: ({ endsOn }) => endsOn?.date ?? null,
        ends_on_precision: ({ endsOn }) => endsOn?.precision ?? null,
        period_stated: ({ periodStated }) => periodStated,
        stated_on: ({ statedOn }) => statedOn?.date ?? null,
        stated_on_precision: ({ statedOn }) => statedOn?.precision ?? null,
        known_on: ({ knownOn }) => knownOn,
        stated_by: ({ statedBy }) => statedBy,
        place: ({ place }) => place,
        countries_stated: ({ countriesStated }) => countriesStated,
        confidence: ({ confidence }) => confidence,
        supersedes: ({ supersedes }) => supersedes,
        note: ({ note }) => note,
        version: ({ version }) => version,
        published_at: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
      }),
      ...sourceColumns<EventExport>(),
    ],
    list: (ctx, args: Partial<QueryEventsArgs>) => listEvents(ctx, args),
  }),
];
