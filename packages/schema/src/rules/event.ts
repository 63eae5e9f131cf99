import { z } from 'zod';
import { impreciseDate } from './date.ts';
import { otherFigureInput } from './figure.ts';
import { requireUnique } from './issue.ts';
import { groupCode, iso3, language, line, optionalLine, optionalText, providerCode, slug } from './text.ts';
import { CONFIDENCES, COUNTRY_ROLES, choice, EVENT_KINDS, EVENT_STATUSES } from './vocabulary.ts';

const role = choice('role', COUNTRY_ROLES);

export const eventSourceInput = z.strictObject({
  source: slug,
  fragment: optionalText(2000),
  language,
  note: optionalText(2000),
});

/** Forum, summit, agreement, statement, criticism. endsOn is the first day after. */
export const eventInput = z
  .strictObject({
    slug,
    title: line(300),
    kind: choice('event kind', EVENT_KINDS),
    status: choice('status', EVENT_STATUSES).nullable().default(null),
    program: slug.nullable().default(null),
    providers: z.array(providerCode).max(20).default([]),
    audienceStated: optionalLine(300),
    startsOn: impreciseDate.nullable().default(null),
    endsOn: impreciseDate.nullable().default(null),
    periodStated: optionalLine(500),
    statedOn: impreciseDate.nullable().default(null),
    statedBy: optionalLine(300),
    place: optionalLine(200),
    countries: z
      .array(z.strictObject({ country: iso3, role }))
      .max(300)
      .default([]),
    groups: z
      .array(z.strictObject({ group: groupCode, role }))
      .max(50)
      .default([]),
    countriesStated: optionalText(1000),
    confidence: choice('confidence', CONFIDENCES),
    note: optionalText(5000),
    supersedes: slug.nullable().default(null),
    sources: z.array(eventSourceInput).min(1, 'an event needs at least one source').max(100),
    otherFigures: z.array(otherFigureInput).max(100).default([]),
  })
  .superRefine((event, context) => {
    if (event.startsOn !== null && event.endsOn !== null && event.endsOn.date <= event.startsOn.date) {
      context.addIssue({ code: 'custom', path: ['endsOn', 'date'], message: 'end must be after start' });
    }
    if (event.status !== null && event.kind !== 'AGREEMENT') {
      context.addIssue({ code: 'custom', path: ['status'], message: 'only an agreement has a status' });
    }
    if (event.supersedes === event.slug) {
      context.addIssue({
        code: 'custom',
        path: ['supersedes'],
        message: 'an event cannot supersede itself',
      });
    }
    requireUnique(event.providers, (index) => ['providers', index], context);
    requireUnique(
      event.countries.map(({ country }) => country),
      (index) => ['countries', index],
      context,
    );
    requireUnique(
      event.groups.map(({ group }) => group),
      (index) => ['groups', index],
      context,
    );
  });

export type EventInput = z.infer<typeof eventInput>;
