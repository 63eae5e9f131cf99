import { Hydrated } from '@/api/hydrated.tsx';
import { makeFrame, type Variant } from '@/charts/hero/frame.ts';
import { HeroChart } from '@/charts/hero/hero-chart.tsx';
import type { HeroData } from '@/charts/hero/props.ts';
import { LinkedTitles } from '@/features/count/linked-titles.tsx';
import { countOf } from '@/text/index.ts';
import { Explorer, type Picture } from './explorer.tsx';
import type { Days, Overview } from './find-overview.ts';
import { Unbroken } from './headline.tsx';
import styles from './overview.module.css';
import { FiguresDocument } from './queries.ts';
import { describeChart, listAssumptions } from './sentences.ts';
import { listStops } from './stops.ts';
import type { View } from './view.ts';

interface HeroFigureProps {
  data: HeroData;
  overview: Overview;
  view: View;
  days: Days;
  overlaps: number;
  leftOut: number;
}

const variants: Variant[] = ['wide', 'medium', 'narrow'];

/** The chart in its three drawings, its key, its assumptions and its words. */
export function HeroFigure({ data, overview, view, days, overlaps, leftOut }: HeroFigureProps) {
  const { totals } = overview;
  const words = {
    title: `Commitments due and totals reported, ${view.from}–${view.to}`,
    description: describeChart({
      ...totals,
      daysSinceLastReport: totals.daysSinceLastReport ?? null,
      asOf: days.asOf,
    }),
  };
  const stops = listStops(data, totals.contributions);
  const first = Math.max(
    0,
    stops.findIndex(({ on }) => on === data.asOf),
  );
  const pictures = variants.map((variant): Picture => {
    const { width, height, plot, max } = makeFrame(data, variant);
    return {
      name: variant,
      svg: <HeroChart data={data} words={words} variant={variant} />,
      width,
      height,
      plot,
      max,
    };
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
        <ul className={`plain ${styles.keys}`}>
          <li>
            <i className={styles.keyDue} />
            Due, fewest to most
          </li>
          <li>
            <i className={styles.keyPledged} />
            Promised by then
          </li>
          <li>
            <i className={styles.keyReported} />
            Reported
          </li>
          <li>
            <i className={styles.keySilence} />
            No report since
          </li>
        </ul>
        <p className={styles.assumptions}>
          {listAssumptions(view).join(' · ')}
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
          <Unbroken text={words.description} />
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
