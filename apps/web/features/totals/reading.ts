import { type AudienceChoice, defaultView } from '@/features/overview/view.ts';
import { ViewRefused } from '@/files/view-file.ts';
import { readKnown, readParam, type SearchParams } from '@/text/index.ts';

/** Totals of countries, programs and providers are read as the overview reads them, so that the same question has one answer. */
export const assumptions = { placesAsPeople: defaultView.placesAsPeople };

/** Whose training the totals count: the overview's usual choice, or `all`. */
export function readAudience(params: SearchParams): AudienceChoice {
  return readParam(params, 'audience') === 'all' ? 'all' : defaultView.audience;
}

/** The audience as a parameter; null where it is the usual one. */
export function audienceParam(audience: AudienceChoice): string | null {
  return audience === defaultView.audience ? null : audience;
}

/** How the totals of a page are read: whose training, and as of which day. */
export interface Reading {
  audience: AudienceChoice;
  known: string | null;
}

/** The same for files. Throws ViewRefused for a day or an audience that cannot be used. */
export function requireReading(params: SearchParams, today: string): Reading {
  const { known, refused } = readKnown(params, today);
  const audience = readParam(params, 'audience');
  const problems = [
    refused !== null && `known: “${refused}” is not a day up to today, such as 2024-09-09.`,
    audience !== null &&
      !['all', defaultView.audience].includes(audience) &&
      `audience: “${audience.slice(0, 60)}” is neither all nor ${defaultView.audience}.`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new ViewRefused(problems);
  return { known, audience: readAudience(params) };
}

/** The reading in words, as the notes of a chart or a file. */
export function listReadingNotes({ audience }: Pick<Reading, 'audience'>): string[] {
  return [
    audience === 'all' ? 'Training of every audience' : 'Training of police and security',
    'promises spread evenly over each window',
    'places read as people',
  ];
}

/** Which of a page's charts a file is of: `chart`, the first of `offered` where it is left out. Throws ViewRefused. */
export function requireChart<Chart extends string>(
  params: SearchParams,
  offered: readonly [Chart, ...Chart[]],
): Chart {
  const asked = readParam(params, 'chart');
  if (asked === null) return offered[0];
  const found = offered.find((chart) => chart === asked);
  if (found) return found;
  throw new ViewRefused([`chart: “${asked.slice(0, 60)}” is none of ${offered.join(', ')}.`]);
}
