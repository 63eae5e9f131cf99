import { type Issue, viewPath } from '@/features/overview/view.ts';
import { countOf } from '@/text/index.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { listMissing, makeMapFile } from './file.ts';
import { MapFilters } from './filters.tsx';
import { SharedList, UnnamedList } from './lists.tsx';
import styles from './map.module.css';
import type { LoadedMap } from './queries.ts';
import { describeUnnamed, writeHeading } from './sentences.ts';
import { MapSwitches } from './switches.tsx';
import { MapTable } from './table.tsx';
import { mapPath } from './view.ts';

/** The map with its filters, its table, and the totals that no country has to itself. */
export function MapPage({ loaded, issues }: { loaded: LoadedMap; issues: Issue[] }) {
  const file = makeMapFile(loaded);
  const { view, counts, unnamed, picked } = file;
  const leftOut = loaded.answer.breakdown.excluded.filter(({ reason }) => reason !== 'FILTERED').length;
  return (
    <>
      <PageHeader
        kicker="Map"
        title={writeHeading(view, loaded.names)}
        dek="Shaded: counted for the country alone. Hatched: only named with others, or in a group. What is for nobody named paints no country."
      />
      <KnownNotice known={view.known} refused={null} path={mapPath(view, { known: null })} />
      <MapFilters view={view} choices={loaded.choices} />
      {[...issues, ...loaded.issues, ...listMissing(file)].map(({ field, message }) => (
        <Notice key={field + message} tone="error">
          <strong>{field}:</strong> {message}
        </Notice>
      ))}
      <MapSwitches view={view} />
      {file.draw ? (
        <ChartFigure
          id="map"
          view={file}
          travel="Travel along the countries, the highest numbers first"
          axis="near"
          table={<MapTable file={file} />}
        />
      ) : (
        <Empty>
          Nothing on record fits these filters, so there is no map to paint. Take more years, another provider
          or a later day.
        </Empty>
      )}
      {picked && (
        <p>
          <Link href={mapPath(view, { count: null })}>Show all counts again</Link>
        </p>
      )}
      <div className={styles.columns}>
        {counts.shared.length > 0 && (
          <Section id="shared" title="Shared, never divided">
            <p className={styles.lead}>
              Each stands whole in the “up to” of every one of its countries, and in no country’s least, but
              for a share that a source gives.
              {view.show === 'reported' &&
                ' Of a report that begins before these years, their part comes first.'}
            </p>
            <SharedList
              counts={counts.shared}
              view={view}
              shown={new Set(file.shown.map(({ iso3 }) => iso3))}
            />
          </Section>
        )}
        {unnamed && counts.unnamed.length > 0 && (
          <Section id="unnamed" title="For nobody named">
            <p className={styles.lead}>{describeUnnamed(unnamed, view.show)}. They paint none of the map.</p>
            <UnnamedList counts={counts.unnamed} view={view} />
          </Section>
        )}
      </div>
      {leftOut > 0 && (
        <p className={styles.leftOut}>
          <Link href={`${viewPath(view)}#left-out`}>{countOf(leftOut, 'record')} left out, and why</Link>
        </p>
      )}
    </>
  );
}
