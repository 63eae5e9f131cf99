import { Hydrated } from '@/api/hydrated.tsx';
import { makeFrame } from '@/charts/hero/frame.ts';
import type { HeroData } from '@/charts/hero/props.ts';
import { variants } from '@/charts/variant.ts';
import { LinkedTitles } from '@/features/count/linked-titles.tsx';
import type { ViewFile } from '@/files/view-file.ts';
import { countOf } from '@/text/index.ts';
import { ChartKey, ViewFiles, WrittenDrawing } from '@/ui/chart-figure/index.ts';
import { Unbroken } from '@/ui/figures.tsx';
import { Explorer, type Picture } from './explorer.tsx';
import type { Days, Overview } from './find-overview.ts';
import styles from './overview.module.css';
import { FiguresDocument } from './queries.ts';
import { listStops } from './stops.ts';
import type { View } from './view.ts';

interface HeroFigureProps {
  file: ViewFile;
  data: HeroData;
  overview: Overview;
  view: View;
  days: Days;
  overlaps: number;
  leftOut: number;
}

/** The chart in its three drawings, its key, its assumptions and its words. */
export function HeroFigure({ file, data, overview, view, days, overlaps, leftOut }: HeroFigureProps) {
  const { totals } = overview;
  const stops = listStops(data, totals.contributions);
  const first = Math.max(
    0,
    stops.findIndex(({ on }) => on === data.asOf),
  );
  const pictures = variants.flatMap((name): Picture[] => {
    const { plot, max } = makeFrame(data, name);
    if (!file.draw) return [];
    const { svg, width, height } = file.draw(name);
    return [{ name, width, height, plot, max, svg: <WrittenDrawing svg={svg} id={`overview-${name}`} /> }];
  });
  const shown = stops[first];
  return (
    <figure className={styles.figure}>
      <Hydrated
        answers={
          shown
            ? [[['figures', shown.counts, days.knownOn], answerFigures(shown.counts, totals.contributions)]]
            : []
        }
      >
        <Explorer
          pictures={pictures}
          stops={stops}
          from={data.from}
          to={data.to}
          first={first}
          knownOn={days.knownOn}
          known={view.known}
          figuresDocument={FiguresDocument.toString()}
        />
      </Hydrated>
      <figcaption>
        <ChartKey id="overview" items={file.key} />
        <p className={styles.assumptions}>
          {[...file.notes, `drawn from ${countOf(file.sources.length, 'source')}`].join(' · ')}
          {overlaps > 0 && (
            <>
              {' · '}
              <a href="#overlaps">{countOf(overlaps, 'possible overlap')}</a>
            </>
          )}
          {leftOut > 0 && (
            <>
              {' · '}
              <a href="#left-out">{countOf(leftOut, 'record')} left out, and why</a>
            </>
          )}
        </p>
        <p className={styles.inWords}>
          <Unbroken text={file.summary} />
        </p>
        {totals.assumptions.notes.length > 0 && (
          <details className={styles.notes}>
            <summary>
              {countOf(totals.assumptions.notes.length, 'other reading')} that the figures needed
            </summary>
            <ul>
              {totals.assumptions.notes.map((note) => (
                <li key={note}>
                  <LinkedTitles
                    sentence={note}
                    counts={totals.contributions.map(({ count }) => count)}
                    known={view.known}
                  />
                </li>
              ))}
            </ul>
          </details>
        )}
      </figcaption>
      <ViewFiles view={file} />
    </figure>
  );
}

/** What the browser would be told of these counts: the page already knows. */
function answerFigures(slugs: string[], contributions: Overview['totals']['contributions']) {
  const pick = (typename: string) => ({
    nodes: contributions
      .map(({ count }) => count)
      .filter(({ __typename, slug }) => __typename === typename && slugs.includes(slug))
      .map(({ __typename, slug, title, unit, quantity, rate, claims }) => {
        return { __typename, slug, title, unit, quantity, rate, claims };
      }),
  });
  return { commitments: pick('Commitment'), reportedTotals: pick('ReportedTotal') };
}
