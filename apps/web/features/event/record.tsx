import type { EventRecordQuery } from '@/generated/graphql.ts';
import {
  addressOf,
  confidenceWords,
  countOf,
  eventKindWords,
  formatDate,
  listNames,
  placeName,
  setOff,
  startLine,
} from '@/text/index.ts';
import { Breadcrumbs, type Crumb } from '@/ui/breadcrumbs.tsx';
import { ViewFiles } from '@/ui/chart-figure/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { OtherFigures } from '@/ui/other-figures.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import styles from './event.module.css';
import { EventSources } from './sources.tsx';
import { eventStatusWords, formatEventDate, groupByRole, roleWords } from './words.ts';

export type EventRecord = NonNullable<EventRecordQuery['event']>;

interface EventPageProps {
  event: EventRecord;
  known: string | null;
  refused: string | null;
}

/** An event: when, where, who was in it as what, and whose words tell of it. */
export function EventPage({ event, known, refused }: EventPageProps) {
  const { otherFigures, note, sources } = event;
  return (
    <article>
      <PageHeader
        kicker={<Breadcrumbs trail={findTrail(event)} known={known} />}
        title={event.title}
        dek={writeDek(event)}
      />
      <KnownNotice known={known} refused={refused} path={`/events/${event.slug}`} />
      <EventFacts event={event} />
      <Section id="countries" title="Who was in it">
        <Roles event={event} known={known} />
        {event.countriesStated && (
          <p className={styles.aside}>In the record’s words: {event.countriesStated}</p>
        )}
        {event.audienceStated && (
          <p className={styles.aside}>Concerned, as recorded: {event.audienceStated}</p>
        )}
      </Section>
      {otherFigures.length > 0 && (
        <Section
          id="figures"
          title="Numbers printed beside it"
          aside="Not people trained; never counted here"
        >
          <OtherFigures figures={otherFigures} />
        </Section>
      )}
      <Section id="sources" title="Who says so" aside={countOf(sources.length, 'source')}>
        <EventSources sources={sources} known={known} />
      </Section>
      <Succession event={event} known={known} />
      <Section id="remarks" title="Remarks">
        <p className={styles.remark}>{note ?? 'None.'}</p>
        <small>Confidence that the record is read rightly: {confidenceWords[event.confidence]}.</small>
      </Section>
      <ViewFiles
        view={{ page: addressOf(`/events/${event.slug}`, { known }), title: event.title, draw: null }}
      />
    </article>
  );
}

function findTrail({ program }: EventRecord): Crumb[] {
  const events = { label: 'Events', path: '/events' };
  return program ? [events, { label: program.name, path: `/programs/${program.slug}` }] : [events];
}

/** "Announced by the Ministry of Public Security on 9 September 2024." */
export function writeDek({ kind, statedBy, statedOn, providers }: EventRecord): string {
  const verb = kind === 'STATEMENT' || kind === 'CRITICISM' ? 'Said' : 'Announced';
  const by = statedBy ? `${verb} by ${setOff(statedBy)}` : `${verb}; the record does not say by whom`;
  const day = statedOn
    ? ` ${statedOn.precision === 'DAY' ? 'on' : 'in'} ${formatDate(statedOn)}`
    : '; no source dates it';
  const names = listNames(providers.map(({ name }) => placeName(name)));
  return `${by}${day}.${names ? ` Who promises or trains in it: ${names}.` : ''}`;
}

function EventFacts({ event }: { event: EventRecord }) {
  const { kind, status, place, periodStated } = event;
  return (
    <StatRow>
      <Stat label="When" value={startLine(formatEventDate(event))}>
        {periodStated && `as stated: ${periodStated}`}
      </Stat>
      <Stat label="Where" value={place ?? 'Not recorded'} />
      <Stat label="What" value={eventKindWords[kind]}>
        {status ? eventStatusWords[status] : kind === 'AGREEMENT' && 'how far it came is not recorded'}
      </Stat>
    </StatRow>
  );
}

function Roles({ event, known }: { event: EventRecord; known: string | null }) {
  const roles = groupByRole(event);
  if (roles.length === 0) return <p className="muted">No country is named.</p>;
  return (
    <dl className={styles.roles}>
      {roles.map(({ role, countries, groups }) => (
        <div key={role}>
          <dt>{roleWords[role]}</dt>
          <dd>
            <ul className={styles.places}>
              {countries.map(({ iso3, name }) => (
                <li key={iso3}>
                  <Link href={addressOf(`/countries/${iso3}`, { known })}>{name}</Link>
                </li>
              ))}
              {groups.map(({ slug, name }) => (
                <li key={slug}>{name}, as a group</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Succession({
  event: { supersedes, supersededBy },
  known,
}: {
  event: EventRecord;
  known: string | null;
}) {
  if (!supersedes && supersededBy.length === 0) return null;
  return (
    <Section id="succession" title="Before and after">
      <ul className={styles.events}>
        {supersedes && (
          <li>
            It replaces{' '}
            <Link href={addressOf(`/events/${supersedes.slug}`, { known })}>{supersedes.title}</Link>
          </li>
        )}
        {supersededBy.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={addressOf(`/events/${slug}`, { known })}>{title}</Link> replaces it
          </li>
        ))}
      </ul>
    </Section>
  );
}
