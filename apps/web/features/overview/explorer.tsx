'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './explorer.module.css';
import { FigurePanel } from './figure-panel.tsx';
import type { Stop } from './stops.ts';

/** One drawing of the chart, and where days and people stand in it. */
export interface Picture {
  name: string;
  svg: ReactNode;
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  max: number;
}

interface ExplorerProps {
  pictures: Picture[];
  stops: Stop[];
  from: string;
  to: string;
  /** Stop to begin at. */
  first: number;
  knownOn: string;
  /** The day of the address; null: today. */
  known: string | null;
  figuresDocument: string;
}

/** Travel along the chart by keys, pointer or touch; Enter or a click opens the counts behind the place. */
export function Explorer(props: ExplorerProps) {
  const { pictures, stops, from, to, first, knownOn, known, figuresDocument } = props;
  const [index, setIndex] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  // Without script there is nothing to travel with.
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const frames = useRef<HTMLDivElement>(null);
  const stop = index === null ? null : stops[index];
  const openedStop = opened === null ? null : stops[opened];
  const span = Date.parse(to) - Date.parse(from);
  const share = (on: string) => (Date.parse(on) - Date.parse(from)) / span;

  function travel(event: KeyboardEvent) {
    const at = index ?? first;
    const target = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: stops.length - 1,
    }[event.key];
    if (target !== undefined) setIndex(Math.min(stops.length - 1, Math.max(0, target)));
    else if (event.key === 'Enter' || event.key === ' ') setOpened(at);
    else if (event.key === 'Escape') setIndex(null);
    else return;
    event.preventDefault();
  }

  function point(event: PointerEvent<HTMLElement>, { width, plot }: Picture) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    setIndex(findNearest(stops, (x - plot.left) / (plot.right - plot.left), share));
  }

  function close() {
    setOpened(null);
    const sliders = frames.current?.querySelectorAll<HTMLElement>('[role=slider]') ?? [];
    [...sliders].find((slider) => slider.offsetParent !== null)?.focus();
  }

  return (
    <div ref={frames}>
      {pictures.map((picture) => (
        <div key={picture.name} className={styles.picture} data-picture={picture.name}>
          {picture.svg}
          {isAwake && (
            <div
              className={styles.surface}
              role="slider"
              tabIndex={0}
              aria-label="Travel along the chart; Enter opens the counts behind a place"
              aria-valuemin={0}
              aria-valuemax={stops.length - 1}
              aria-valuenow={index ?? first}
              aria-valuetext={sayStop(stops[index ?? first])}
              onKeyDown={travel}
              onFocus={(event) => event.currentTarget.matches(':focus-visible') && setIndex(index ?? first)}
              onPointerMove={(event) => point(event, picture)}
              onPointerDown={(event) => point(event, picture)}
              onPointerLeave={(event) => event.pointerType === 'mouse' && setIndex(null)}
              onBlur={() => setIndex(null)}
              onClick={() => index !== null && setOpened(index)}
            >
              {stop && <Cursor stop={stop} share={share(stop.on)} picture={picture} />}
            </div>
          )}
        </div>
      ))}
      <p className={styles.readout} aria-hidden="true">
        {stop ? sayStop(stop) : isAwake && 'Touch the chart, or travel along it with the arrow keys.'}
      </p>
      {openedStop && (
        <FigurePanel
          stop={openedStop}
          knownOn={knownOn}
          known={known}
          document={figuresDocument}
          close={close}
          key={openedStop.on}
        />
      )}
    </div>
  );
}

function Cursor({ stop, share, picture }: { stop: Stop; share: number; picture: Picture }) {
  const { width, height, plot, max } = picture;
  const x = plot.left + share * (plot.right - plot.left);
  const y = (people: number) => plot.bottom - (people / max) * (plot.bottom - plot.top);
  const isRight = share > 0.5;
  const side = isRight ? { right: `${100 - (x / width) * 100}%` } : { left: `${(x / width) * 100}%` };
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.cursor}>
        <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke="var(--ink)" strokeWidth="1" />
        {stop.marks.map(({ tone, people }) => (
          <circle
            key={`${tone}${people}`}
            cx={x}
            cy={y(people)}
            r="5"
            fill={`var(--${tone})`}
            stroke="var(--paper)"
            strokeWidth="2"
          />
        ))}
      </svg>
      <div className={styles.tooltip} style={side} aria-hidden="true">
        <b>{stop.label}</b>
        <span className="commit">Due {stop.due}</span>
        <span className="report">
          {stop.reported === null ? 'Not yet known' : `Reported ${stop.reported}`}
        </span>
        <span className="muted">Promised {stop.promised}</span>
      </div>
    </>
  );
}

function sayStop(stop: Stop | undefined): string {
  if (!stop) return '';
  const reported = stop.reported === null ? 'reports not yet known' : `reported ${stop.reported}`;
  return `${stop.label}: due ${stop.due}, ${reported}, promised ${stop.promised}.`;
}

function findNearest(stops: Stop[], at: number, share: (on: string) => number): number {
  let best = 0;
  for (const [index, { on }] of stops.entries()) {
    const closest = stops[best];
    if (closest && Math.abs(share(on) - at) < Math.abs(share(closest.on) - at)) best = index;
  }
  return best;
}
