import { useId } from 'react';
import {
  type Edge,
  placeDay,
  placeWindow,
  type TrackDomain,
  type TrackPlace,
  type TrackWindow,
} from './geometry.ts';

export interface WindowTrackProps {
  window: TrackWindow;
  domain: TrackDomain;
  /** The day on which the record is read; drawn as an upright. */
  at: string;
  kind: 'commitment' | 'report';
}

const HEIGHT = 20;
const TOP = 5;
const BAR = 9;
const BASE = 17.5;
/** In pixels: a week must not vanish on a scale of decades. */
const LEAST_WIDTH = 5;

/**
 * A window as a bar on a line of time: hollow and hatched for commitments, solid for reports.
 * An open side has no edge and broken rails, a vague one (only the year is known) a broken edge.
 * It repeats the dates printed beside it, so it is hidden from assistive technology.
 */
export function WindowTrack({ window, domain, at, kind }: WindowTrackProps) {
  const place = placeWindow(window, domain, kind === 'commitment');
  const now = percent(placeDay(at, domain));
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} style={{ display: 'block', overflow: 'visible' }}>
      <line x1="0" x2="100%" y1={BASE} y2={BASE} stroke="var(--hair)" />
      {place && <Bar place={place} kind={kind} />}
      <line data-mark="at" x1={now} x2={now} y1="0" y2={HEIGHT} stroke="var(--ink)" />
    </svg>
  );
}

function Bar({ place, kind }: { place: TrackPlace; kind: WindowTrackProps['kind'] }) {
  const hatch = useId();
  const color = kind === 'commitment' ? 'var(--commit)' : 'var(--report)';
  const isOpen = place.startEdge === 'open' || place.endEdge === 'open';
  const width = percent(place.to - place.from);
  const rails = isOpen ? '4 3' : undefined;
  return (
    <g data-start={place.startEdge} data-end={place.endEdge} stroke={color} strokeWidth="1.5" fill="none">
      <svg
        aria-hidden="true"
        x={percent(place.from)}
        y={TOP}
        width={width}
        height={BAR}
        overflow="visible"
        style={{ width: `max(${width}, ${LEAST_WIDTH}px)` }}
      >
        {kind === 'commitment' && <Hatch id={hatch} color={color} />}
        <rect
          width="100%"
          height={BAR}
          stroke="none"
          fill={kind === 'commitment' ? `url(#${hatch})` : color}
          opacity={isOpen ? 0.45 : undefined}
        />
        <line x1="0" x2="100%" y1="0" y2="0" strokeDasharray={rails} />
        <line x1="0" x2="100%" y1={BAR} y2={BAR} strokeDasharray={rails} />
        <Upright x="0" edge={place.startEdge} />
        <Upright x="100%" edge={place.endEdge} />
      </svg>
      {place.latest !== null && place.latest > place.to && (
        <rect
          data-mark="latest"
          x={percent(place.to)}
          y={TOP}
          width={percent(place.latest - place.to)}
          height={BAR}
          strokeDasharray="3 2.5"
        />
      )}
    </g>
  );
}

function Hatch({ id, color }: { id: string; color: string }) {
  return (
    <pattern id={id} width="4.2" height="4.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" x2="0" y1="0" y2="4.2" stroke={color} strokeWidth="1.3" />
    </pattern>
  );
}

function Upright({ x, edge }: { x: string; edge: Edge }) {
  if (edge === 'open') return null;
  return (
    <line x1={x} x2={x} y1="-0.75" y2={BAR + 0.75} strokeDasharray={edge === 'vague' ? '2 2' : undefined} />
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
