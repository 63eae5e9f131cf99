import type { Prisma } from '@muster/db';
import { type Day, toDate } from '../../days.ts';
import type { Selection } from '../../selection.ts';

/** What readers may see of counts on a day. */
export function visibleCounts(knownOn: Day): Prisma.CountWhereInput {
  return { state: 'PUBLISHED', knownOn: { lte: toDate(knownOn) } };
}

const INCLUDED = {
  program: true,
  providers: { orderBy: { position: 'asc' }, include: { provider: true } },
  recipients: { orderBy: { position: 'asc' }, include: { country: true, group: true } },
  otherFigures: { orderBy: { position: 'asc' } },
} satisfies Prisma.CountInclude;

/** Program, providers, and recipients with their countries and groups. */
export const COUNT_PARTIES = {
  program: INCLUDED.program,
  providers: INCLUDED.providers,
  recipients: INCLUDED.recipients,
} satisfies Prisma.CountInclude;

/** The relations that the query asks of its counts, to be read in the counts' own statement. */
export function countInclude(selection: Selection, seenOn: Day): Prisma.CountInclude {
  const claims = selection.get('claims');
  const links = selection.get('links');
  return {
    ...(selection.has('program') && { program: INCLUDED.program }),
    ...(selection.has('providers') && { providers: INCLUDED.providers }),
    ...(selection.has('recipients') && { recipients: INCLUDED.recipients }),
    ...(selection.has('otherFigures') && { otherFigures: INCLUDED.otherFigures }),
    ...((claims || selection.has('trackability')) && {
      claims: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        include: { source: claims?.has('source') ?? false },
      },
    }),
    ...(links && linkInclude(links, seenOn)),
  };
}

function linkInclude(links: Selection, seenOn: Day) {
  const orderBy = { id: 'asc' } as const;
  const source = links.has('source');
  return {
    linksFrom: { where: { to: visibleCounts(seenOn) }, orderBy, include: { to: links.has('to'), source } },
    linksTo: {
      where: { from: visibleCounts(seenOn) },
      orderBy,
      include: { from: links.has('from'), source },
    },
  };
}
