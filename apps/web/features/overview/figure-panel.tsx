'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { FiguresQuery, FiguresQueryVariables } from '@/generated/graphql.ts';
import { addressOf, countPath } from '@/text/address.ts';
import { formatCount, formatTold } from '@/text/quantity.ts';
import { Words } from '@/ui/figures.tsx';
import { Button } from '@/ui/filters.tsx';
import { Link } from '@/ui/link.tsx';
import styles from './explorer.module.css';
import type { Stop } from './stops.ts';

type Figure = FiguresQuery['commitments']['nodes'][number] | FiguresQuery['reportedTotals']['nodes'][number];

interface FigurePanelProps {
  stop: Stop;
  knownOn: string;
  known: string | null;
  document: string;
  close: () => void;
}

const most = 3;

/** The counts behind a place of the chart, each with its sources' words. */
export function FigurePanel({ stop, knownOn, known, document, close }: FigurePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { data, error, isPending } = useQuery({
    queryKey: ['figures', stop.counts, knownOn],
    queryFn: ({ signal }) =>
      queryFromBrowser<FiguresQuery, FiguresQueryVariables>(
        document,
        { slugs: stop.counts, knownOn },
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: stop.counts.length > 0,
  });
  const figures = data ? [...data.commitments.nodes, ...data.reportedTotals.nodes] : [];
  return (
    <section
      className={styles.panel}
      aria-labelledby="figure-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.panelHead}>
        <h3 id="figure-title" tabIndex={-1} ref={heading}>
          {stop.label}: who says so
        </h3>
        <Button type="button" onClick={close}>
          Close
        </Button>
      </div>
      {stop.counts.length === 0 && <p>No count is made or runs at this time.</p>}
      {error && <p role="alert">The words could not be had: {error.message}</p>}
      {isPending && stop.counts.length > 0 && <p role="status">Looking up the words …</p>}
      <ul className={`plain ${styles.figures}`}>
        {figures.map((figure) => (
          <li key={figure.slug}>
            <FigureWords figure={figure} known={known} />
          </li>
        ))}
      </ul>
      {stop.others > 0 && (
        <p className="muted">
          These are the largest; {stop.others.toLocaleString('en')} more are made or run at this time.
        </p>
      )}
    </section>
  );
}

function FigureWords({ figure, known }: { figure: Figure; known: string | null }) {
  const told = figure.claims.filter(({ fragment, rank }) => fragment && rank !== 'DEPRECATED');
  const tone = figure.__typename === 'ReportedTotal' ? 'report' : 'commit';
  return (
    <>
      <Link href={addressOf(countPath(figure), { known })}>{figure.title}</Link>
      <small className={tone}>{formatCount(figure)}</small>
      {told.slice(0, most).map((claim) => (
        <blockquote key={`${claim.source.slug} ${claim.fragment}`}>
          <Words text={claim.fragment ?? ''} language={claim.language} />
          <small>
            <Link href={addressOf(`/sources/${claim.source.slug}`, { known })}>{claim.source.publisher}</Link>
            {formatTold(claim) && ` · ${formatTold(claim)}`}
          </small>
        </blockquote>
      ))}
    </>
  );
}
