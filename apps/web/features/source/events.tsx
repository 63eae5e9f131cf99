import type { SourceRecordQuery } from '@/generated/graphql.ts';
import { addressOf, eventKindWords, formatShortDate } from '@/text/index.ts';
import { Words } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import styles from './source.module.css';

type Event = NonNullable<SourceRecordQuery['source']>['events'][number];

/** Events that a document tells of, with its words on each. */
export function SourceEvents({
  slug,
  events,
  known,
}: {
  slug: string;
  events: Event[];
  known: string | null;
}) {
  return (
    <ul className={styles.list}>
      {events.map((event) => {
        const telling = event.sources.find(({ source }) => source.slug === slug);
        return (
          <li key={event.slug}>
            <Link href={addressOf(`/events/${event.slug}`, { known })}>{event.title}</Link>
            <small>
              {eventKindWords[event.kind]} · {event.startsOn ? formatShortDate(event.startsOn) : 'undated'}
            </small>
            {telling?.fragment && <Words text={telling.fragment} language={telling.language} />}
            {telling?.note && <small>{telling.note}</small>}
          </li>
        );
      })}
    </ul>
  );
}
