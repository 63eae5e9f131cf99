import { z } from 'zod';
import { impreciseDate, isoDay } from './date.ts';
import { optionalLine } from './text.ts';

/** Days [start, end): the end is the first day after. A missing side is unknown. */
export const windowInput = z
  .strictObject({
    start: impreciseDate.nullable().default(null),
    end: impreciseDate.nullable().default(null),
    endLatest: isoDay.nullable().default(null),
    stated: optionalLine(500),
  })
  .superRefine(({ start, end, endLatest }, context) => {
    if (start !== null && end !== null && end.date <= start.date) {
      context.addIssue({ code: 'custom', path: ['end', 'date'], message: 'end must be after start' });
    }
    if (endLatest !== null && end === null) {
      context.addIssue({ code: 'custom', path: ['end'], message: 'a latest end needs an (earliest) end' });
    }
    if (endLatest !== null && end !== null && endLatest <= end.date) {
      context.addIssue({ code: 'custom', path: ['endLatest'], message: 'latest end must be after end' });
    }
  });
