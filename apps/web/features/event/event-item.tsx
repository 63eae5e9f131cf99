import type { EventLineFragment } from '@/generated/graphql.ts';
import { addressOf, eventKindWords } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './event.module.css';
import { eventStatusWords, formatEventDate, groupByRole, roleWord, roleWords } from './words.ts';

interface EventItemProps {
  event: EventLineFragment;
  known: string | null;
  /** On a country's page: print its own role instead of everybody's. */
  country?: string;
}

/** An event in a list: date, title, kind, place, and who was in it as what. */
export function EventItem({ event, known, country }: EventItemProps) {
  const own = event.countries.find((place) => place.country.iso3 === country);
  const details = [eventKindWords[event.kind], event.status && eventStatusWords[event.status], event.place];
  return (
    <li className={styles.item}>
      <span className={styles.date}>{formatEventDate(event)}</span>
      <div>
        <Link href={addressOf(`/events/${event.slug}`, { known })} className={styles.title}>
          {event.title}
        </Link>
        <small>
          {details.filter(Boolean).join(' · ')}
          {own && <> · {roleWord[own.role]}</>}
        </small>
        {!country && <Places event={event} known={known} />}
      </div>
    </li>
  );
}

function Places({ event, known }: { event: EventLineFragment; known: string | null }) {
  return (
    <>
      {groupByRole(event).map(({ role, countries, groups }) => (
        <small key={role}>
          {roleWords[role]}:{' '}
          {countries.map(({ iso3, name }, i) => (
            <span key={iso3}>
              {i > 0 && ', '}
              <Link href={addressOf(`/countries/${iso3}`, { known })}>{name}</Link>
            </span>
          ))}
          {countries.length > 0 && groups.length > 0 && ', '}
          {groups.map(({ name }) => name).join(', ')}
        </small>
      ))}
    </>
  );
}
