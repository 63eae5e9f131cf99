import type { Schedule } from './types.ts';

/** A window or a period in days since 1970-01-01, `[start, end)`; a period may start at -Infinity. */
export interface Days {
  start: number;
  end: number;
}

/** The share (0…1) of a window's quantity that falls due within a period: docs/methodology.md, rule 3. */
export function shareDue(window: Days, period: Days, schedule: Schedule): number {
  switch (schedule) {
    case 'EVEN': {
      const elapsed = Math.min(window.end, period.end) - Math.max(window.start, period.start);
      return Math.max(0, elapsed) / (window.end - window.start);
    }
    case 'AT_START':
      return period.start <= window.start && window.start < period.end ? 1 : 0;
    case 'AT_END':
      return period.start < window.end && window.end <= period.end ? 1 : 0;
  }
}
