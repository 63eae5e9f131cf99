import { isWithin } from '../../days.ts';
import type { GroupResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { load, loadList } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import { findGroupPage, findGroupsBySlug, findMembersOfGroups } from './queries.ts';

const Query: Pick<QueryResolvers, 'group' | 'groups'> = {
  group: (_, { slug }, ctx) => load(ctx, findGroupsBySlug, slug),
  groups: (_, args, ctx) => findGroupPage(ctx, args),
};

const Group: GroupResolvers = {
  id: ({ slug }) => writeNodeId('Group', slug),
  members: async ({ id }, { on }, ctx) => {
    const members = await loadList(ctx, findMembersOfGroups, id);
    return members.filter((member) => isWithin(on ?? ctx.today, member));
  },
  isOpen: async ({ id }, _, ctx) => (await loadList(ctx, findMembersOfGroups, id)).length === 0,
};

export const groupResolvers = { Query, Group, GroupConnection: pageResolvers };
