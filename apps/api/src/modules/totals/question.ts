import type { Schedule } from '@muster/accounting';
import type { Day } from '../../days.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import type { Target } from './recipients.ts';

/** What is asked, checked and with every default filled in. */
export interface Question {
  filter: CountFilter;
  /** Whom the counts must concern; none: everybody. */
  targets: Target[];
  knownOn: Day;
  schedule: Schedule;
  placesAsPeople: boolean;
}

/** The days of an answer. Commitments count by the day stated, `[from, statedBefore)`; amounts by `[from, at)`. */
export interface Period {
  from: Day | null;
  at: Day;
  statedBefore: Day;
}
