import { KeyDrawing, type KeyItem, keyHeight, keyWidth } from '@/charts/key.tsx';
import { type TrackWindow, WindowTrack } from '@/charts/window-track/index.ts';
import styles from './styleguide.module.css';

const marks: KeyItem[] = [
  { mark: 'due', words: 'Due, fewest to most: a hatched band. What should have been kept by a day.' },
  { mark: 'promised', words: 'Promised, fewest to most: hollow. All of it from the day it was stated.' },
  { mark: 'reported', words: 'Reported: solid. Somebody says that it was done.' },
  { mark: 'may-report', words: 'Perhaps reported: solid hatch. The record cannot tell whether it counts.' },
  { mark: 'silence', words: 'Silence: dotted. Nothing was reported since.' },
  { mark: 'event', words: 'An event.' },
  { mark: 'none', words: 'No number, or nothing on record: never drawn as zero.' },
];

const day = (date: string, precision: 'DAY' | 'YEAR' = 'DAY') => ({ date, precision });
const windows: { words: string; kind: 'commitment' | 'report'; window: TrackWindow }[] = [
  {
    words: 'A promise with both ends known.',
    kind: 'commitment',
    window: { start: day('2021-01-01'), end: day('2024-01-01') },
  },
  {
    words: 'An end that is itself a range: “three to five years”.',
    kind: 'commitment',
    window: { start: day('2020-06-01'), end: day('2023-06-01'), endLatest: '2025-06-01' },
  },
  {
    words: 'No end stated: open.',
    kind: 'commitment',
    window: { start: day('2022-01-01'), end: null },
  },
  {
    words: 'Only the years are known: broken edges.',
    kind: 'commitment',
    window: { start: day('2020-01-01', 'YEAR'), end: day('2022-01-01', 'YEAR') },
  },
  { words: 'A report.', kind: 'report', window: { start: day('2021-06-01'), end: day('2022-06-01') } },
];
const domain = { start: '2020-01-01', end: '2026-01-01' };

/** Every mark that carries meaning, with its meaning. */
export function Marks() {
  return (
    <ul className={styles.marks}>
      {marks.map(({ mark, words }) => (
        <li key={mark}>
          <svg
            width={keyWidth * 2}
            height={keyHeight * 2}
            viewBox={`0 0 ${keyWidth} ${keyHeight}`}
            aria-hidden="true"
          >
            <KeyDrawing mark={mark} id={`mark-${mark}`} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** A window as a bar, in every state of its ends. */
export function Windows() {
  return (
    <ul className={styles.marks}>
      {windows.map(({ words, kind, window }) => (
        <li key={words}>
          <span className={styles.track}>
            <WindowTrack window={window} domain={domain} at="2024-09-09" kind={kind} />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
