import type { Prisma, TransactionClient } from '@muster/db';
import { type GroupInput, groupInput } from '@muster/schema/rules';
import { toDate, toDay } from '../../../days.ts';
import { type GroupRow, toGroupRow } from '../../group/queries.ts';
import { at, type Entity, raised } from '../entity.ts';

const include = { members: { orderBy: { id: 'asc' } } } as const satisfies Prisma.GroupInclude;
type Row = Prisma.GroupGetPayload<{ include: typeof include }>;

const seen = { state: { in: ['PUBLISHED' as const, 'RETRACTED' as const] } };
const MOST_TOLD = 5;

export const groupEntity: Entity<Row, GroupInput, { __typename: 'GroupSaved'; group: GroupRow }> = {
  entity: 'GROUP',
  name: 'Group',
  word: 'group',
  rules: groupInput,
  unique: ['slug', 'code'],
  fixed: ['slug', 'code'],
  keyOf: ({ slug }) => slug,
  titleOf: ({ name }) => name,
  toInput: ({ slug, code, name, kind, description, members }) => ({
    slug,
    code,
    name,
    kind,
    description,
    members: members.map(({ countryIso3, since, until, note }) => ({
      country: countryIso3,
      since: toDay(since),
      until: toDay(until),
      note,
    })),
  }),
  listMentions: ({ members }) =>
    members.map(({ country }, i) => ({ path: `members.${i}.country`, kind: 'country', name: country })),
  find: (transaction, slug) => transaction.group.findUnique({ where: { slug }, include }),
  require: (transaction, id) => transaction.group.findUniqueOrThrow({ where: { id }, include }),
  isTaken: async (transaction, field, input) =>
    (await transaction.group.count({ where: { [field]: input[field] } })) > 0,
  isSeen: async (transaction, { id, code }) =>
    (await countPlaces(transaction, code)) > 0 ||
    (await transaction.group.count({
      where: { id, OR: [{ recipientOf: { some: { count: seen } } }, { events: { some: { event: seen } } }] },
    })) > 0,
  isPublic: () => true,
  insert: async (transaction, { members, ...input }) => {
    const { id } = await transaction.group.create({ data: input, select: { id: true } });
    await insertMembers(transaction, id, members);
    return id;
  },
  write: async (transaction, row, { members, ...input }) => {
    const data = { ...input, ...raised() };
    if ((await transaction.group.updateMany({ where: at(row), data })).count === 0) return false;
    await transaction.groupMembership.deleteMany({ where: { groupId: row.id } });
    await insertMembers(transaction, row.id, members);
    return true;
  },
  findReferrers: async (transaction, { id, code }) => {
    const select = { slug: true } as const;
    const counts = await transaction.count.findMany({
      where: { recipients: { some: { groupId: id } } },
      select,
      take: MOST_TOLD,
    });
    const events = await transaction.event.findMany({
      where: { groups: { some: { groupId: id } } },
      select,
      take: MOST_TOLD,
    });
    const places = await countPlaces(transaction, code);
    return [
      ...[...counts, ...events].map(({ slug }) => slug),
      ...(places > 0 ? [`${places} countries`] : []),
    ];
  },
  remove: async (transaction, row) => (await transaction.group.deleteMany({ where: at(row) })).count === 1,
  present: async (ctx, id) => {
    const group = await ctx.db.prisma.group.findUnique({ where: { id } });
    return group && { __typename: 'GroupSaved', group: toGroupRow(group) };
  },
};

/** How many countries name the group as their region. */
function countPlaces(transaction: TransactionClient, code: string): Promise<number> | 0 {
  const m49 = /^M49:(\d{3})$/.exec(code)?.[1];
  if (m49 === undefined) return 0;
  return transaction.country.count({ where: { OR: [{ regionM49: m49 }, { subregionM49: m49 }] } });
}

async function insertMembers(
  transaction: TransactionClient,
  groupId: number,
  members: GroupInput['members'],
): Promise<void> {
  await transaction.groupMembership.createMany({
    data: members.map(({ country, since, until, note }) => ({
      groupId,
      countryIso3: country,
      since: since && toDate(since),
      until: until && toDate(until),
      note,
    })),
  });
}
