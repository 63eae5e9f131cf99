export { AccountingError, type AccountingErrorCode } from './errors.ts';
export { type Contribution, explainTotal } from './explanation.ts';
export type { LeftOut } from './known.ts';
export { totalsUntil } from './running.ts';
export { series } from './series.ts';
export { totalAt } from './total.ts';
export type {
  Figure,
  Interval,
  Link,
  Range,
  RunningOptions,
  Schedule,
  SeriesOptions,
  SeriesPoint,
  TotalOptions,
  Window,
} from './types.ts';
export { gapOf, type Verdict, type VerdictCase, verdictOf } from './verdict.ts';
