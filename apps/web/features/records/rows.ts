import { findPublicPath, type KindPath, kinds } from '@/features/editing/kinds.ts';
import { stateWords } from '@/features/editing/state-words.ts';
import { formatEventDate } from '@/features/event/words.ts';
import { findValueWords } from '@/features/history/value-words.ts';
import type * as api from '@/generated/contract.ts';
import type {
  ListCommitmentsQuery,
  ListCountriesQuery,
  ListEventsQuery,
  ListedCountFragment,
  ListGroupsQuery,
  ListLinksQuery,
  ListProgramsQuery,
  ListProvidersQuery,
  ListSourcesQuery,
} from '@/generated/graphql.ts';
import { countOf, formatRange, formatShortDate, formatWindow, startLine } from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';
import { basisWords, confidenceWords, relationWords, sourceKindWords, unitWords } from '@/text/words.ts';

/** A record in a list, whatever its kind. */
export interface RecordRow {
  /** Slug; ISO code of a country, key of a link. */
  key: string;
  title: string;
  /** Null for kinds without states. */
  state: api.RecordState | null;
  version: number;
  /** Text of its cells by column; null where the record is silent. */
  cells: Readonly<Record<string, string | null>>;
  /** Its page for readers; null where they have none. */
  publicPath: string | null;
}

type Node<Query extends { page: { nodes: unknown[] } }> = Query['page']['nodes'][number];
type Cells = Record<string, string | null>;

interface Listed {
  key: string;
  title: string;
  state?: api.RecordState;
  version: number;
  updatedAt: string;
}

function toRow(path: KindPath, { key, title, state, version, updatedAt }: Listed, cells: Cells): RecordRow {
  const kind = kinds[path];
  return {
    key,
    title,
    state: state ?? null,
    version,
    cells: {
      ...cells,
      ...(state && { state: stateWords[state] }),
      slug: key,
      version: String(version),
      changed: formatChange(updatedAt),
    },
    publicPath: findPublicPath(kind, key, state ?? null),
  };
}

/** "9 Sept 2024, 14:05" in UTC. */
export function formatChange(iso: string): string {
  return `${formatShortDate({ date: iso.slice(0, 10), precision: 'DAY' })}, ${iso.slice(11, 16)}`;
}

function toCountCells(count: ListedCountFragment): Cells {
  const { quantity, unit, rate, statedOn, window, program, providers, audience, confidence } = count;
  return {
    number: quantity && `${formatRange(quantity)} ${unitWords[unit]}${rate ? ' per year' : ''}`,
    statedOn: statedOn ? formatShortDate(statedOn) : null,
    window: window.start || window.end ? formatWindow(window) : null,
    program: program?.name ?? null,
    providers: providers.map(({ name }) => name).join(', '),
    audience: findValueWords('audience', audience),
    statedBy: count.statedBy ?? null,
    recipientsStated: count.recipientsStated ?? null,
    confidence: confidenceWords[confidence],
  };
}

export const toCommitmentRow = (count: Node<ListCommitmentsQuery>) =>
  toRow(
    'commitments',
    { ...count, key: count.slug },
    { ...toCountCells(count), status: findValueWords('status', count.status) },
  );

export const toReportedRow = (count: ListedCountFragment) =>
  toRow('reported', { ...count, key: count.slug }, toCountCells(count));

export const toEventRow = (event: Node<ListEventsQuery>) =>
  toRow(
    'events',
    { ...event, key: event.slug },
    {
      kind: findValueWords('kind', event.kind),
      when: event.startsOn || event.endsOn ? formatEventDate(event) : null,
      place: event.place ?? null,
      status: event.status ? startLine(findValueWords('status', event.status) ?? event.status) : null,
      program: event.program?.name ?? null,
      confidence: confidenceWords[event.confidence],
    },
  );

export const toLinkRow = ({ from, to, relation, basis, source, note, ...link }: Node<ListLinksQuery>) =>
  toRow(
    'links',
    { ...link, title: `${from.title} – ${relationWords[relation]} – ${to.title}` },
    {
      basis: basisWords[basis],
      standing: from.state === 'PUBLISHED' && to.state === 'PUBLISHED' ? 'see it' : 'not yet',
      source: source ? `${source.publisher}: ${source.title}` : null,
      note: note ?? null,
    },
  );

export const toSourceRow = (source: Node<ListSourcesQuery>) =>
  toRow(
    'sources',
    { ...source, key: source.slug },
    {
      publisher: source.publisher,
      kind: sourceKindWords[source.kind],
      language: formatLanguage(source.language),
      archivedUrl: source.archivedUrl ? 'yes' : null,
      publishedOn: source.publishedOn ? formatShortDate(source.publishedOn) : null,
      derivedFrom: source.derivedFrom?.title ?? null,
    },
  );

export const toProgramRow = (program: Node<ListProgramsQuery>) =>
  toRow(
    'programs',
    { ...program, key: program.slug, title: program.name },
    { description: program.description ?? null },
  );

export const toProviderRow = (provider: Node<ListProvidersQuery>) =>
  toRow(
    'providers',
    { ...provider, key: provider.slug, title: provider.name },
    { code: provider.code, kind: findValueWords('kind', provider.kind) },
  );

export const toGroupRow = (group: Node<ListGroupsQuery>) =>
  toRow(
    'groups',
    { ...group, key: group.slug, title: group.name },
    {
      code: group.code,
      kind: findValueWords('kind', group.kind),
      members: group.members.length === 0 ? null : countOf(group.members.length, 'country', 'countries'),
      description: group.description ?? null,
    },
  );

export const toCountryRow = (country: Node<ListCountriesQuery>) =>
  toRow(
    'countries',
    { ...country, key: country.iso3, title: country.name },
    { region: country.region?.name ?? null, subregion: country.subregion?.name ?? null },
  );
