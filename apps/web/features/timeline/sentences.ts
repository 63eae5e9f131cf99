import type { Lane } from '@/charts/step-timeline/index.ts';
import { countOf, listNames } from '@/text/index.ts';

/** "20 promises, 32 reports and 3 events. Of the promises 9 have run out, 5 still stand and 6 have no end stated." */
export function describeTimeline(lanes: readonly Lane[], at: string): string {
  const promises = lanes.filter(({ kind }) => kind === 'commitment');
  const reports = lanes.filter(({ kind }) => kind === 'report').length;
  const events = lanes.length - promises.length - reports;
  const held = [
    promises.length > 0 && countOf(promises.length, 'promise'),
    reports > 0 && countOf(reports, 'report'),
    events > 0 && countOf(events, 'event'),
  ].filter((part) => part !== false);
  return [`${listNames(held)}.`, describePromises(promises, at)].filter(Boolean).join(' ');
}

/** How many windows of promises are over, still open, or without an end. */
function describePromises(promises: readonly Lane[], at: string): string {
  const over = promises.filter(({ window }) => window.end && window.end.date <= at).length;
  const standing = promises.filter(({ window }) => window.end && window.end.date > at).length;
  const endless = promises.length - over - standing;
  if (promises.length === 0) return '';
  if (promises.length === 1)
    return `The promise ${over ? 'has run out' : standing ? 'still runs' : 'has no end stated'}.`;
  const parts = [
    over > 0 && `${over} ${over === 1 ? 'has' : 'have'} run out`,
    standing > 0 && `${standing} still ${standing === 1 ? 'runs' : 'run'}`,
    endless > 0 && `${endless} ${endless === 1 ? 'has' : 'have'} no end stated`,
  ].filter((part) => part !== false);
  return `Of the promises ${listNames(parts)}.`;
}
