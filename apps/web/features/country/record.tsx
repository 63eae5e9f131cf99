import { FeedLinks } from '@/features/changes/feed-links.tsx';
import { CompareLink } from '@/features/compare/compare-link.tsx';
import { spanRows } from '@/features/count/count-columns.tsx';
import { EventItem } from '@/features/event/event-item.tsx';
import type { AudienceChoice } from '@/features/overview/view.ts';
import { findProvider } from '@/features/provider/queries.ts';
import { SourceList } from '@/features/source/source-list.tsx';
import { TimelineFigure } from '@/features/timeline/figure.tsx';
import { audienceParam } from '@/features/totals/reading.ts';
import { YearsFigure } from '@/features/years/years-figure.tsx';
import { countOf } from '@/text/index.ts';
import { Breadcrumbs, type Crumb } from '@/ui/breadcrumbs.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './country.module.css';
import { makeCountryFile, makeCountryTimeline } from './file.ts';
import { CountryGroups } from './groups.tsx';
import { MayInclude } from './may-include.tsx';
import { Provided } from './provided.tsx';
import { type findCountry, listMembershipDates, listSourcesOfCounts } from './queries.ts';
import { ReceivedCommitments, ReceivedReports } from './received.tsx';
import { ReceivedTotals } from './received-totals.tsx';
import { writeCountryDek } from './sentences.ts';

export type Country = NonNullable<Awaited<ReturnType<typeof findCountry>>>;

interface CountryPageProps {
  country: Country;
  audience: AudienceChoice;
  known: string | null;
  refused: string | null;
  today: string;
}

/** A country: what is promised to it and by it, what is reported, its events, groups and sources. */
export async function CountryPage({ country, audience, known, refused, today }: CountryPageProps) {
  const { iso3, name, groups } = country;
  const at = known ?? today;
  const commitments = country.commitments.nodes;
  const reports = country.reportedTotals.nodes;
  const events = country.events.nodes;
  const slugs = [...commitments, ...reports].map(({ slug }) => slug);
  const [years, provider, memberships, sources] = await Promise.all([
    makeCountryFile(country, { known, audience }),
    country.provider && findProvider(country.provider.slug, known, audience),
    listMembershipDates(
      iso3,
      groups.filter(({ kind }) => kind !== 'M49_REGION').map(({ slug }) => slug),
      known,
    ),
    listSourcesOfCounts(slugs, known),
  ]);
  const domain = spanRows([...commitments, ...reports], at);
  const shown = new Set(slugs);
  const provided = provider ? provider.commitments.totalCount + provider.reportedTotals.totalCount : 0;
  const isMainlyProvider = provided > slugs.length;
  const own = provider && (
    <Provided
      country={country}
      provider={provider}
      audience={audience}
      at={at}
      known={known}
      isCharted={isMainlyProvider}
    />
  );
  const numbers = { promised: commitments.length, reported: reports.length, events: events.length, provided };
  return (
    <article>
      <PageHeader
        kicker={<Breadcrumbs trail={findTrail(country)} known={known} />}
        title={name}
        dek={writeCountryDek(name, numbers)}
      />
      <KnownNotice
        known={known}
        refused={refused}
        path={`/countries/${iso3}`}
        params={{ audience: audienceParam(audience) }}
      />
      {isMainlyProvider && own}
      <ReceivedTotals
        country={country}
        shown={shown}
        audience={audience}
        known={known}
        hasHeading={isMainlyProvider}
      />
      <YearsFigure view={years} />
      {slugs.length > 0 && <CompareLink by="country" id={iso3} name={name} reading={{ known, audience }} />}
      <TimelineFigure view={makeCountryTimeline(country, { known, audience }, today)} />
      <ReceivedCommitments country={country} at={at} domain={domain} known={known} />
      <ReceivedReports country={country} at={at} domain={domain} known={known} />
      <MayInclude country={country} shown={shown} known={known} />
      {!isMainlyProvider && own}
      {events.length > 0 && (
        <Section id="events" title="Events and agreements" aside={countOf(events.length, 'event')}>
          <ul className={styles.events}>
            {events.map((event) => (
              <EventItem key={event.slug} event={event} known={known} country={iso3} />
            ))}
          </ul>
        </Section>
      )}
      <div className={styles.columns}>
        <Section
          id="sources"
          title="Sources"
          aside={sources.length > 0 && countOf(sources.length, 'document')}
        >
          {sources.length > 0 ? (
            <SourceList sources={sources} known={known} />
          ) : (
            <p className="muted">None.</p>
          )}
        </Section>
        <Section id="groups" title="Groups it belongs to">
          <CountryGroups groups={groups} memberships={memberships} />
        </Section>
      </div>
      <p className={styles.feeds}>
        <FeedLinks page={`/countries/${iso3}`} what={`what changes in the records that concern ${name}`} />
      </p>
    </article>
  );
}

function findTrail({ region, subregion, iso3 }: Country): Crumb[] {
  return [
    { label: 'Countries', path: '/countries' },
    { label: subregion?.name ?? region?.name ?? 'no M49 region' },
    { label: iso3 },
  ];
}
