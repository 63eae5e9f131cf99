import { loadList } from '@/api/load-list.ts';
import type { EventListQuery } from '@/generated/graphql.ts';
import { addressOf, countOf, eventKindWords } from '@/text/index.ts';
import { ViewFiles } from '@/ui/chart-figure/index.ts';
import { Button, FilterBar, FilterField, FilterSelect } from '@/ui/filters.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './event.module.css';
import { EventItem } from './event-item.tsx';
import { addressOfEvents, type EventView, toVariables, withoutFilters } from './list-view.ts';
import { listEventCountries, listEvents } from './queries.ts';
import { groupByYear } from './words.ts';

/** Forums, summits, agreements and criticism, year by year. */
export async function EventTimeline({ view: asked }: { view: EventView }) {
  const [{ view, page, refusals }, countries] = await Promise.all([
    loadList(asked, withoutFilters(asked), (view) => listEvents(toVariables(view))),
    listEventCountries(asked.known),
  ]);
  const { nodes, totalCount, pageInfo } = page;
  const { known, refused } = view;
  return (
    <>
      <PageHeader
        title="Events"
        dek="Forums, summits, agreements, exercises and criticism around the promises. Attendance is not training, and a country that is only mentioned is no recipient."
      />
      <KnownNotice known={known} refused={refused} path="/events" />
      <Refusals sentences={refusals} />
      <EventFilters view={view} countries={countries} />
      <Section id="list" title={countOf(totalCount, 'event')}>
        {nodes.length > 0 ? <Years events={nodes} known={known} /> : <NoneFound known={known} />}
        <Pager
          previous={
            pageInfo.hasPreviousPage
              ? addressOfEvents({ ...view, after: null, before: pageInfo.startCursor })
              : null
          }
          next={
            pageInfo.hasNextPage
              ? addressOfEvents({ ...view, after: pageInfo.endCursor, before: null })
              : null
          }
        />
        <ViewFiles
          view={{
            page: addressOfEvents({ ...view, after: null, before: null }),
            title: 'Events',
            draw: null,
          }}
        />
      </Section>
    </>
  );
}

function Years({ events, known }: { events: EventListQuery['events']['nodes']; known: string | null }) {
  return groupByYear(events).map(({ year, events: members }) => (
    <section key={year} className={styles.year} aria-labelledby={`year-${year}`}>
      <h3 id={`year-${year}`}>{year}</h3>
      <ol className={styles.events}>
        {members.map((event) => (
          <EventItem key={event.slug} event={event} known={known} />
        ))}
      </ol>
    </section>
  ));
}

function EventFilters({ view, countries }: { view: EventView; countries: { iso3: string; name: string }[] }) {
  const { kind, country, known } = view;
  const kinds = Object.entries(eventKindWords).map(([value, label]) => ({ value, label }));
  const places = countries.map(({ iso3, name }) => ({ value: iso3, label: name }));
  return (
    <>
      <FilterBar action="/events">
        <FilterField label="Kind">
          <FilterSelect
            name="kind"
            defaultValue={kind ?? ''}
            options={[{ value: '', label: 'All' }, ...kinds]}
          />
        </FilterField>
        <FilterField label="Country">
          <FilterSelect
            name="country"
            defaultValue={country ?? ''}
            options={[{ value: '', label: 'All' }, ...places]}
          />
        </FilterField>
        {known && <input type="hidden" name="known" value={known} />}
        <Button>Show</Button>
      </FilterBar>
      {(kind || country) && (
        <p style={{ paddingTop: 'var(--space-2)' }}>
          <Link href={addressOf('/events', { known })}>Remove all filters</Link>
        </p>
      )}
    </>
  );
}

function NoneFound({ known }: { known: string | null }) {
  return (
    <Empty>
      No event matches. <Link href={addressOf('/events', { known })}>Show all</Link>
    </Empty>
  );
}
