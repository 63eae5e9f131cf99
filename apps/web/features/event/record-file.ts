import { listCitedSources } from '@/features/source/cited.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import { addressOf, countOf, readKnown, type SearchParams } from '@/text/index.ts';
import { findEvent } from './queries.ts';
import { writeDek } from './record.tsx';

const columns: FileColumn[] = [
  { name: 'source', description: 'Page of the document that tells of it.', isPath: true },
  { name: 'title', description: 'Of the document.' },
  { name: 'publisher', description: 'Of the document.' },
  { name: 'kind', description: 'OFFICIAL, WIRE, MEDIA, RESEARCH or REWRITE.' },
  { name: 'published_on', description: 'Day of publication; empty: undated.' },
  { name: 'fragment', description: 'Its words; empty: they are not on record.' },
  { name: 'language', description: 'Of the words, BCP 47.' },
  { name: 'url', description: 'Where the document was found.' },
];

/** Who tells of an event, in which words; null when there is none, or it was not yet known. Throws ViewRefused. */
export async function findEventFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const { known, refused } = readKnown(params, today);
  if (refused) throw new ViewRefused([`known: “${refused}” is not a day up to today (YYYY-MM-DD).`]);
  const event = await findEvent(slug, known);
  if (!event) return null;
  return {
    page: addressOf(`/events/${slug}`, { known }),
    title: event.title,
    summary: `${writeDek(event)} ${countOf(event.sources.length, 'document')} ${event.sources.length === 1 ? 'tells' : 'tell'} of it.`,
    notes: [],
    knownOn: known ?? today,
    key: [],
    draw: null,
    columns,
    rows: event.sources.map(({ source, fragment, language }) => [
      `/sources/${source.slug}`,
      source.title,
      source.publisher,
      source.kind,
      source.publishedOn?.date,
      fragment,
      language,
      source.url,
    ]),
    sources: listCitedSources([{ claims: event.sources }]),
  };
}
