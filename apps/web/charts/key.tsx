import { type MapKeyMark, mapKeyMarks } from './map/key-marks.tsx';

/** What a mark of a chart's key looks like. */
export type KeyMark =
  | MapKeyMark
  | 'due'
  | 'promised'
  | 'reported'
  | 'may-report'
  | 'silence'
  | 'event'
  | 'none'
  | 'whisker'
  | 'to-come'
  | 'at-least'
  | 'at-most'
  | 'standing'
  | 'no-end';

export interface KeyItem {
  mark: KeyMark;
  words: string;
}

export const keyWidth = 26;
export const keyHeight = 12;

/** A mark of the key, 26 × 12, for pages and files alike. `id` is unlike every other on the page. */
export function KeyDrawing({ mark, id }: { mark: KeyMark; id: string }) {
  return <g data-key={mark}>{drawings[mark](id)}</g>;
}

const drawings: Record<KeyMark, (id: string) => React.ReactNode> = {
  ...mapKeyMarks,
  due: (id) => (
    <>
      <Hatch id={id} color="var(--commit)" />
      <rect width={keyWidth} height={keyHeight} fill={`url(#${id})`} />
      <path d={`M0 .75H${keyWidth}M0 11.25H${keyWidth}`} stroke="var(--commit)" strokeWidth="1.5" />
    </>
  ),
  promised: () => (
    <rect
      x=".5"
      y=".5"
      width={keyWidth - 1}
      height={keyHeight - 1}
      fill="none"
      stroke="var(--commit)"
      strokeOpacity=".6"
    />
  ),
  reported: () => <rect y="3" width={keyWidth} height="6" fill="var(--report)" />,
  'may-report': (id) => (
    <>
      <Hatch id={id} color="var(--report)" />
      <rect
        x=".5"
        y=".5"
        width={keyWidth - 1}
        height={keyHeight - 1}
        fill={`url(#${id})`}
        stroke="var(--report)"
      />
    </>
  ),
  silence: () => (
    <line y1="6" x2={keyWidth} y2="6" stroke="var(--report)" strokeWidth="1.5" strokeDasharray="2 3" />
  ),
  event: () => (
    <circle cx={keyWidth / 2} cy="6" r="4" fill="var(--paper)" stroke="var(--muted)" strokeWidth="1.5" />
  ),
  none: () => (
    <rect
      x=".5"
      y=".5"
      width={keyWidth - 1}
      height={keyHeight - 1}
      fill="var(--wash)"
      stroke="var(--edge)"
      strokeDasharray="2 2"
    />
  ),
  whisker: () => <path d="M13 11.5V.8M8.5 .8H17.5" fill="none" stroke="var(--ink)" strokeWidth="1.6" />,
  'to-come': () => (
    <rect
      x=".6"
      y=".6"
      width={keyWidth - 1.2}
      height={keyHeight - 1.2}
      fill="none"
      stroke="var(--commit)"
      strokeWidth="1.2"
      strokeDasharray="3 3"
    />
  ),
  'at-least': () => <rect y="3" width={keyWidth} height="6" fill="var(--commit)" />,
  'at-most': (id) => (
    <>
      <Hatch id={id} color="var(--commit)" />
      <rect x=".5" y="3.5" width={keyWidth - 1} height="5" fill={`url(#${id})`} stroke="var(--commit)" />
    </>
  ),
  standing: () => <path d="M1 11V2.5H25V11" fill="none" stroke="var(--commit)" strokeWidth="2" />,
  'no-end': () => (
    <g fill="none" stroke="var(--commit)" strokeWidth="2">
      <path d="M1 11V2.5" />
      <path d="M1 2.5H26" strokeDasharray="5 4" />
    </g>
  ),
};

/** The hatch of what is promised or may be: lines at 45°, six units apart. */
export function Hatch({ id, color }: { id: string; color: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="6" stroke={color} strokeWidth="1.1" strokeOpacity=".55" />
    </pattern>
  );
}
