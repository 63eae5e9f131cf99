import { type Day, toDate } from '../../days.ts';

/** Memberships `[since, until)` that hold on the day; an open side holds for ever. */
export function memberOn(day: Day) {
  const date = toDate(day);
  return {
    AND: [
      { OR: [{ since: null }, { since: { lte: date } }] },
      { OR: [{ until: null }, { until: { gt: date } }] },
    ],
  };
}
