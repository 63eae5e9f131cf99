import type { Prisma } from '@muster/db';
import { type Day, toDate } from '../../days.ts';

/** What readers may see of events on a day. */
export function visibleEvents(knownOn: Day): Prisma.EventWhereInput {
  return { state: 'PUBLISHED', knownOn: { lte: toDate(knownOn) } };
}
