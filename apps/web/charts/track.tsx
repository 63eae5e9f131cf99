import { scaleUtc } from 'd3-scale';

interface WindowTrackProps {
  /** Days that the whole track spans. */
  from: string;
  to: string;
  /** The window's days; null: open on that side. */
  start: string | null;
  end: string | null;
  asOf: string;
  tone?: 'commit' | 'report';
  /** Unique within the page. */
  id: string;
}

const width = 240;

/** A window on the chart's years, with a tick at the day of knowledge. Promises hollow, reports solid. */
export function WindowTrack({ from, to, start, end, asOf, tone = 'commit', id }: WindowTrackProps) {
  const x = scaleUtc([new Date(from), new Date(to)], [0, width]).clamp(true);
  const at = (iso: string) => Math.round(x(new Date(iso)) * 10) / 10;
  const [left, right] = [start ? at(start) : 0, end ? at(end) : width];
  const colour = `var(--${tone})`;
  return (
    <svg
      viewBox={`0 0 ${width} 16`}
      aria-hidden="true"
      style={{ display: 'block', width: '100%', maxWidth: width }}
    >
      {tone === 'commit' && (
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" stroke={colour} strokeWidth="1.2" />
        </pattern>
      )}
      <line x1="0" x2={width} y1="13.5" y2="13.5" stroke="var(--hair)" />
      {(start || end) && (
        <rect
          x={left + 0.75}
          y="3.5"
          width={Math.max(1.5, right - left - 1.5)}
          height="7"
          fill={tone === 'commit' ? `url(#${id})` : colour}
          stroke={colour}
          strokeWidth="1.5"
          strokeDasharray={start && end ? undefined : '3 2'}
        />
      )}
      <line x1={at(asOf)} x2={at(asOf)} y1="0" y2="16" stroke="var(--ink)" />
    </svg>
  );
}
