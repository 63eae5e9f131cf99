import { formatShortDate, formatWindow } from './date.ts';

type Dates = Parameters<typeof formatWindow>[0];

/** The window of a count. A report of which one side is untold is "from" or "by" a day: it need not go on. */
export function formatCountWindow(count: { __typename?: string; window: Dates }): string {
  const { start, end } = count.window;
  if (count.__typename !== 'ReportedTotal' || (start && end) || (!start && !end))
    return formatWindow(count.window);
  return start ? `from ${formatShortDate(start)}` : formatWindow(count.window).replace(/^until /, 'by ');
}
