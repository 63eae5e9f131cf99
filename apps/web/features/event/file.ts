import { loadAll } from '@/api/load-all.ts';
import { query } from '@/api/query.ts';
import { refuseInput } from '@/api/refuse-input.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import { graphql } from '@/generated/gql.ts';
import { countOf, type SearchParams } from '@/text/index.ts';
import { addressOfEvents, readEventView, toVariables } from './list-view.ts';

const EventRowsDocument = graphql(`
  query EventRows($first: Int, $after: String, $filter: EventFilter, $known: Date) {
    events(first: $first, after: $after, filter: $filter, knownOn: $known) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...EventLine
        knownOn
        program {
          slug
        }
        providers {
          slug
        }
        sources {
          source {
            slug
            title
            publisher
            url
            publishedOn {
              date
            }
          }
        }
      }
    }
  }
`);

export const eventColumns: FileColumn[] = [
  { name: 'permalink', description: 'The event’s page.', isPath: true },
  { name: 'slug', description: 'Its name; it never changes.' },
  { name: 'title', description: 'What happened.' },
  {
    name: 'kind',
    description: 'FORUM, SUMMIT, MEETING, AGREEMENT, STATEMENT, CRITICISM, TRAINING or EXERCISE.',
  },
  {
    name: 'status',
    description:
      'Of an agreement: PROPOSED, SIGNED, IN_FORCE, EXPIRED or REJECTED; empty: none is on record.',
  },
  { name: 'starts_on', description: 'First day; empty: undated.' },
  { name: 'starts_on_precision', description: 'DAY, MONTH or YEAR.' },
  { name: 'ends_on', description: 'Last day; empty: not stated.' },
  { name: 'ends_on_precision', description: 'DAY, MONTH or YEAR.' },
  { name: 'place', description: 'Where; empty: not stated.' },
  { name: 'program', description: 'Program by slug; empty: none.' },
  { name: 'providers', description: 'Providers by slug, set off by “; ”.' },
  {
    name: 'countries',
    description: 'Countries by ISO 3166-1 alpha-3, each with its role, set off by “; ”.',
  },
  { name: 'groups', description: 'Groups by slug, each with its role, set off by “; ”.' },
  { name: 'public_on', description: 'The day from which the public could know it.' },
  { name: 'sources', description: 'Slugs of the documents that tell of it, set off by “; ”.' },
];

/** The events of an address, all pages of the list. Throws ViewRefused. */
export async function findEventListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const view = readEventView(params, today);
  if (view.refused)
    throw new ViewRefused([`known: “${view.refused}” is not a day up to today (YYYY-MM-DD).`]);
  const { filter, known } = toVariables(view);
  const events = await refuseInput(
    loadAll(async (page) => (await query(EventRowsDocument, { ...page, filter, known })).events),
  );
  return {
    page: addressOfEvents({ ...view, after: null, before: null }),
    title: 'Events',
    summary: `${countOf(events.length, 'event')} on record.`,
    notes: ['every page of the list'],
    knownOn: view.known ?? today,
    key: [],
    draw: null,
    columns: eventColumns,
    rows: events.map((event) => [
      `/events/${event.slug}`,
      event.slug,
      event.title,
      event.kind,
      event.status,
      event.startsOn?.date,
      event.startsOn?.precision,
      event.endsOn?.date,
      event.endsOn?.precision,
      event.place,
      event.program?.slug,
      event.providers.map(({ slug }) => slug).join('; ') || null,
      event.countries.map(({ country, role }) => `${country.iso3} ${role}`).join('; ') || null,
      event.groups.map(({ group, role }) => `${group.slug} ${role}`).join('; ') || null,
      event.knownOn,
      event.sources.map(({ source }) => source.slug).join('; ') || null,
    ]),
    sources: listCitedSources(events.map(({ sources }) => ({ claims: sources }))),
  };
}
