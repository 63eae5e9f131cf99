import { placeDay, placeWindow, type TrackDomain, type TrackPlace } from '../window-track/geometry.ts';
import { type Lane, sortLanes, spanLanes, tickYears } from './scale.ts';
import styles from './step-timeline.module.css';

export interface StepTimelineProps {
  lanes: readonly Lane[];
  at: string;
  label: string;
}

const HEIGHT = 26;
const BASE = 21;
const TOP = 8;

/**
 * Promises as lines that step up on the day they are stated and stand over their window, reports as bars over theirs, events
 * as marks; one lane each, all on one scale of years. A list, so that it reads without its pictures.
 */
export function StepTimeline({ lanes, at, label }: StepTimelineProps) {
  const domain = spanLanes(lanes, at);
  return (
    <div className={styles.timeline}>
      <Axis domain={domain} />
      <ol aria-label={label} className={styles.lanes}>
        {sortLanes(lanes).map((lane) => (
          <li key={lane.id} className={styles.lane}>
            <a href={lane.href} className={styles.name}>
              <span data-kind={lane.kind} className={styles.figure}>
                {lane.figure}
              </span>{' '}
              {lane.words}
            </a>
            <LanePicture lane={lane} domain={domain} at={at} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Axis({ domain }: { domain: TrackDomain }) {
  return (
    <svg aria-hidden="true" width="100%" height="20" className={styles.axis}>
      {tickYears(domain, 7).map(({ year, place }) => (
        <text key={year} x={percent(place)} y="13" textAnchor={place > 0.95 ? 'end' : 'start'}>
          {year}
        </text>
      ))}
    </svg>
  );
}

function LanePicture({ lane, domain, at }: { lane: Lane; domain: TrackDomain; at: string }) {
  const now = percent(placeDay(at, domain));
  const place = placeWindow(lane.window, domain, lane.kind === 'commitment');
  const stated = lane.statedOn ? placeDay(lane.statedOn, domain) : null;
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} className={styles.track}>
      {tickYears(domain, 7).map(({ year, place: x }) => (
        <line key={year} x1={percent(x)} x2={percent(x)} y1="0" y2={HEIGHT} stroke="var(--hair)" />
      ))}
      <line x1="0" x2="100%" y1={BASE} y2={BASE} stroke="var(--hair)" />
      {lane.kind === 'commitment' && <Step place={place} stated={stated} />}
      {lane.kind === 'report' && place && <Bar place={place} />}
      {lane.kind === 'event' && <Mark at={place?.from ?? stated} until={place?.to ?? null} />}
      <line x1={now} x2={now} y1="0" y2={HEIGHT} stroke="var(--ink)" />
    </svg>
  );
}

function Step({ place, stated }: { place: TrackPlace | null; stated: number | null }) {
  const from = stated ?? place?.from;
  if (from === undefined) return null;
  const rise = place && place.startEdge !== 'open' ? Math.min(from, place.from) : from;
  const to = place ? place.to : 1;
  const isOpen = !place || place.endEdge === 'open';
  return (
    <g data-end={isOpen ? 'open' : 'closed'} stroke="var(--commit)" strokeWidth="2" fill="none">
      <line data-mark="rise" x1={percent(rise)} x2={percent(rise)} y1={BASE} y2={TOP - 1} />
      <line
        x1={percent(rise)}
        x2={percent(to)}
        y1={TOP}
        y2={TOP}
        strokeDasharray={isOpen ? '5 4' : undefined}
      />
      {!isOpen && (
        <line data-mark="fall" x1={percent(to)} x2={percent(to)} y1={TOP - 1} y2={BASE} strokeWidth="1" />
      )}
    </g>
  );
}

function Bar({ place }: { place: TrackPlace }) {
  const isOpen = place.startEdge === 'open' || place.endEdge === 'open';
  const width = percent(place.to - place.from);
  return (
    <rect
      data-end={isOpen ? 'open' : 'closed'}
      x={percent(place.from)}
      y={TOP + 3}
      width={width}
      height={BASE - TOP - 3}
      fill="var(--report)"
      opacity={isOpen ? 0.4 : undefined}
      style={{ width: `max(${width}, 4px)` }}
    />
  );
}

function Mark({ at, until }: { at: number | null; until: number | null }) {
  if (at === null) return null;
  const x = percent(at);
  return (
    <g stroke="var(--muted)" fill="var(--paper)">
      {until !== null && until > at && until < 1 && (
        <line x1={x} x2={percent(until)} y1={(TOP + BASE) / 2} y2={(TOP + BASE) / 2} />
      )}
      <circle cx={x} cy={(TOP + BASE) / 2} r="4" strokeWidth="1.5" />
    </g>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
