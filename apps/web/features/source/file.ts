import { loadAll } from '@/api/load-all.ts';
import { refuseInput } from '@/api/refuse-input.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import { countOf, countPath, type SearchParams } from '@/text/index.ts';
import { addressOfSources, isFiltered, readSourceView, toVariables } from './list-view.ts';
import { listSources } from './queries.ts';

export const sourceColumns: FileColumn[] = [
  { name: 'permalink', description: 'The document’s page.', isPath: true },
  { name: 'slug', description: 'Its name; it never changes.' },
  { name: 'title', description: 'Title; a description where the document has none.' },
  { name: 'publisher', description: 'Who published it.' },
  { name: 'kind', description: 'OFFICIAL, WIRE, MEDIA, RESEARCH or REWRITE.' },
  { name: 'language', description: 'BCP 47.' },
  { name: 'published_on', description: 'Day of publication; empty: undated.' },
  { name: 'published_on_precision', description: 'DAY, MONTH or YEAR.' },
  { name: 'url', description: 'Where it was found; empty: no address is on record.' },
  {
    name: 'derived_from',
    description: 'Slug of the document that it retells; empty: none is on record.',
  },
  { name: 'counts', description: 'Paths of the counts that rest on it, set off by “; ”.' },
  { name: 'events', description: 'Slugs of the events that rest on it, set off by “; ”.' },
];

/** The bibliography of an address, all its pages. Throws ViewRefused. */
export async function findSourceListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const view = readSourceView(params, today);
  if (view.refused)
    throw new ViewRefused([`known: “${view.refused}” is not a day up to today (YYYY-MM-DD).`]);
  const { filter, orderBy, direction } = toVariables(view);
  const sources = await refuseInput(loadAll((page) => listSources({ ...page, filter, orderBy, direction })));
  return {
    page: addressOfSources({ ...view, after: null, before: null }),
    title: 'Sources',
    summary: `${countOf(sources.length, 'document')}${isFiltered(view) ? ' that match' : ''}. One that retells another is no further witness.`,
    notes: ['every page of the list'],
    knownOn: view.known ?? today,
    key: [],
    draw: null,
    columns: sourceColumns,
    rows: sources.map((source) => [
      `/sources/${source.slug}`,
      source.slug,
      source.title,
      source.publisher,
      source.kind,
      source.language,
      source.publishedOn?.date,
      source.publishedOn?.precision,
      source.url,
      source.derivedFrom?.slug,
      source.claims.map(({ count }) => countPath(count)).join('; ') || null,
      source.events.map(({ slug }) => slug).join('; ') || null,
    ]),
    sources: sources.map(({ slug, title, publisher, publishedOn, url }) => ({
      slug,
      title,
      publisher,
      publishedOn: publishedOn?.date ?? null,
      url: url ?? null,
    })),
  };
}
