'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useState } from 'react';
import type { ChartStop } from '@/charts/drawing.ts';
import { useKeepRelease } from '../link.tsx';
import styles from './chart-figure.module.css';

/** A drawing of the chart, and the places in it at which a reader can stop. */
export interface TravelPicture {
  name: string;
  svg: ReactNode;
  width: number;
  height: number;
  stops: ChartStop[];
}

export type Axis = 'x' | 'plane' | 'near';

/** How near the pointer must be for `near`, as a share of the drawing's width. */
const reach = 0.06;

interface ChartTravelProps {
  pictures: TravelPicture[];
  /** What is travelled: "Travel along the years". */
  label: string;
  /** What the pointer picks: the stop nearest along the horizontal, nearest in the plane, or one that is near it. */
  axis: Axis;
}

/** Travel along a chart by keys, pointer or touch; Enter or a click opens the page behind the place. */
export function ChartTravel({ pictures, label, axis }: ChartTravelProps) {
  const router = useRouter();
  const keep = useKeepRelease();
  const [index, setIndex] = useState<number | null>(null);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const stops = pictures[0]?.stops ?? [];
  const stop = index === null ? null : stops[index];

  function travel(event: KeyboardEvent) {
    const at = index ?? 0;
    const target = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: stops.length - 1,
    }[event.key];
    if (target !== undefined) setIndex(Math.min(stops.length - 1, Math.max(0, target)));
    else if (event.key === 'Enter' || event.key === ' ') open();
    else if (event.key === 'Escape') setIndex(null);
    else return;
    event.preventDefault();
  }

  function open() {
    if (stop?.href) router.push(keep(stop.href));
  }

  function point(event: PointerEvent<HTMLElement>, picture: TravelPicture) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * picture.width;
    const y = ((event.clientY - box.top) / box.height) * picture.height;
    setIndex(findNearest(picture, x, y, axis));
  }

  return (
    <>
      {pictures.map((picture) => (
        <div key={picture.name} className={styles.picture} data-picture={picture.name}>
          {picture.svg}
          {isAwake && stops.length > 0 && (
            <div
              className={styles.surface}
              role="slider"
              tabIndex={0}
              aria-label={label}
              aria-valuemin={0}
              aria-valuemax={stops.length - 1}
              aria-valuenow={index ?? 0}
              aria-valuetext={sayStop(stops[index ?? 0])}
              data-links={stop?.href ? '' : undefined}
              onKeyDown={travel}
              onFocus={(event) => event.currentTarget.matches(':focus-visible') && setIndex((at) => at ?? 0)}
              onPointerMove={(event) => point(event, picture)}
              onPointerDown={(event) => point(event, picture)}
              onPointerLeave={(event) => event.pointerType === 'mouse' && setIndex(null)}
              onBlur={() => setIndex(null)}
              onClick={(event) => event.detail > 0 && open()}
            >
              {index !== null && <Place picture={picture} index={index} />}
            </div>
          )}
        </div>
      ))}
    </>
  );
}

/** The mark of the place and its words, on the side of the picture where they hide nothing of it. */
function Place({ picture, index }: { picture: TravelPicture; index: number }) {
  const { width, height, stops } = picture;
  const stop = stops[index];
  if (!stop) return null;
  const left = (stop.x / width) * 100;
  const top = (stop.y / height) * 100;
  const side = left > 50 ? { right: `${100 - left}%` } : { left: `${left}%` };
  const edge = top > 50 ? { bottom: `${100 - top}%` } : { top: `${top}%` };
  return (
    <>
      <i className={styles.place} style={{ left: `${left}%`, top: `${top}%` }} aria-hidden="true" />
      <div className={styles.tooltip} style={{ ...side, ...edge }} aria-hidden="true">
        <b>{stop.label}</b>
        {stop.lines.map(({ text, tone }) => (
          <span key={text} className={tone}>
            {text}
          </span>
        ))}
      </div>
    </>
  );
}

function sayStop(stop: ChartStop | undefined): string {
  if (!stop) return '';
  return `${stop.label}: ${stop.lines.map(({ text }) => text).join(', ')}${stop.href ? '. Enter opens its page' : ''}`;
}

function findNearest({ stops, width }: TravelPicture, x: number, y: number, axis: Axis): number | null {
  let best: number | null = null;
  let least = axis === 'near' ? width * reach : Number.POSITIVE_INFINITY;
  for (const [index, stop] of stops.entries()) {
    const away = axis === 'x' ? Math.abs(stop.x - x) : Math.hypot(stop.x - x, stop.y - y);
    if (away >= least) continue;
    least = away;
    best = index;
  }
  return best;
}
