import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import { addressOf, countOf, countPath, readKnown, type SearchParams } from '@/text/index.ts';
import { findSource } from './queries.ts';

const columns: FileColumn[] = [
  { name: 'permalink', description: 'Page of the count or the event that it tells of.', isPath: true },
  { name: 'title', description: 'Of the count or the event.' },
  { name: 'low', description: 'The fewest that it tells; empty: no number in it, or an event.' },
  { name: 'high', description: 'The most that it tells; empty as `low`.' },
  { name: 'qualifier', description: 'EXACT, OVER, ABOUT, NEARLY, UP_TO or AT_LEAST; empty: none.' },
  { name: 'fragment', description: 'Its words; empty: they are not on record.' },
  { name: 'language', description: 'Of the words, BCP 47.' },
  { name: 'rank', description: 'PREFERRED, NORMAL or DEPRECATED; empty: an event.' },
];

/** What rests on a document, as known on a day; null when there is no such document. Throws ViewRefused. */
export async function findSourceFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const { known, refused } = readKnown(params, today);
  if (refused) throw new ViewRefused([`known: “${refused}” is not a day up to today (YYYY-MM-DD).`]);
  const source = await findSource(slug);
  if (!source) return null;
  const isKnown = ({ knownOn }: { knownOn: string }) => !known || knownOn <= known;
  const claims = source.claims.filter(({ count }) => isKnown(count));
  const events = source.events.filter(isKnown);
  const tellings = events.map((event) => ({
    event,
    telling: event.sources.find((telling) => telling.source.slug === slug),
  }));
  const { title, publisher, publishedOn, url } = source;
  return {
    page: addressOf(`/sources/${slug}`, { known }),
    title,
    summary: `${countOf(claims.length, 'claim')} and ${countOf(events.length, 'event')} rest on this document of ${publisher}.`,
    notes: [],
    knownOn: known ?? today,
    key: [],
    draw: null,
    columns,
    rows: [
      ...claims.map(({ count, low, high, qualifier, fragment, language, rank }) => [
        countPath(count),
        count.title,
        low,
        high,
        qualifier,
        fragment,
        language,
        rank,
      ]),
      ...tellings.map(({ event, telling }) => [
        `/events/${event.slug}`,
        event.title,
        null,
        null,
        null,
        telling?.fragment,
        telling?.language,
        null,
      ]),
    ],
    sources: [{ slug, title, publisher, publishedOn: publishedOn?.date ?? null, url: url ?? null }],
  };
}
