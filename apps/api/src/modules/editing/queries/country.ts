import type { Country } from '@muster/db';
import { type CountryInput, countryInput } from '@muster/schema/rules';
import { type CountryRow, toCountryRow } from '../../country/queries.ts';
import { at, type Entity, raised } from '../entity.ts';

export const countryEntity: Entity<
  Country,
  CountryInput,
  { __typename: 'CountrySaved'; country: CountryRow }
> = {
  entity: 'COUNTRY',
  name: 'Country',
  word: 'country',
  rules: countryInput,
  unique: [],
  fixed: [],
  keyOf: ({ iso3 }) => iso3,
  titleOf: ({ name }) => name,
  toInput: ({ name }) => ({ name }),
  listMentions: () => [],
  find: (transaction, iso3) => transaction.country.findUnique({ where: { iso3 } }),
  require: (transaction, id) => transaction.country.findUniqueOrThrow({ where: { id } }),
  isTaken: async () => false,
  isSeen: async () => true,
  isPublic: () => true,
  write: async (transaction, row, input) =>
    (await transaction.country.updateMany({ where: at(row), data: { ...input, ...raised() } })).count === 1,
  present: async (ctx, id) => {
    const country = await ctx.db.prisma.country.findUnique({ where: { id } });
    return country && { __typename: 'CountrySaved', country: toCountryRow(country) };
  },
};
