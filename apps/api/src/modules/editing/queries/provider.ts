import type { Provider } from '@muster/db';
import { type ProviderInput, providerInput } from '@muster/schema/rules';
import { type ProviderRow, toProviderRow } from '../../provider/queries.ts';
import { at, type Entity, raised } from '../entity.ts';

const seen = { state: { in: ['PUBLISHED' as const, 'RETRACTED' as const] } };
const MOST_TOLD = 5;

export const providerEntity: Entity<
  Provider,
  ProviderInput,
  { __typename: 'ProviderSaved'; provider: ProviderRow }
> = {
  entity: 'PROVIDER',
  name: 'Provider',
  word: 'provider',
  rules: providerInput,
  unique: ['slug', 'code'],
  fixed: ['slug', 'code'],
  keyOf: ({ slug }) => slug,
  titleOf: ({ name }) => name,
  toInput: ({ slug, code, name, kind, countryIso3 }) => ({ slug, code, name, kind, country: countryIso3 }),
  listMentions: ({ country }) => [{ path: 'country', kind: 'country', name: country }],
  find: (transaction, slug) => transaction.provider.findUnique({ where: { slug } }),
  require: (transaction, id) => transaction.provider.findUniqueOrThrow({ where: { id } }),
  isTaken: async (transaction, field, input) =>
    (await transaction.provider.count({ where: { [field]: input[field] } })) > 0,
  isSeen: async (transaction, { id }) =>
    (await transaction.provider.count({
      where: { id, OR: [{ counts: { some: { count: seen } } }, { events: { some: { event: seen } } }] },
    })) > 0,
  isPublic: () => true,
  insert: async (transaction, input) =>
    (await transaction.provider.create({ data: toColumns(input), select: { id: true } })).id,
  write: async (transaction, row, input) => {
    const data = { ...toColumns(input), ...raised() };
    return (await transaction.provider.updateMany({ where: at(row), data })).count === 1;
  },
  findReferrers: async (transaction, { id }) => {
    const query = {
      where: { providers: { some: { providerId: id } } },
      select: { slug: true },
      take: MOST_TOLD,
    };
    return [...(await transaction.count.findMany(query)), ...(await transaction.event.findMany(query))].map(
      ({ slug }) => slug,
    );
  },
  remove: async (transaction, row) => (await transaction.provider.deleteMany({ where: at(row) })).count === 1,
  present: async (ctx, id) => {
    const provider = await ctx.db.prisma.provider.findUnique({ where: { id } });
    return provider && { __typename: 'ProviderSaved', provider: toProviderRow(provider) };
  },
};

function toColumns({ country, ...input }: ProviderInput) {
  return { ...input, countryIso3: country };
}
