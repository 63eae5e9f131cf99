import type { QueryCountriesArgs, QueryProgramsArgs, QueryProvidersArgs } from '../../generated/resolvers.ts';
import type { CountryRow } from '../../modules/country/queries.ts';
import { listCountries, listPrograms, listProviders } from '../../modules/export/queries/names.ts';
import type { ProgramRow } from '../../modules/program/queries.ts';
import type { ProviderRow } from '../../modules/provider/queries.ts';
import { permalink, releasedColumns } from '../column.ts';
import { defineTable, type Table } from '../table.ts';

const takes = ['filter', 'orderBy', 'direction'];

/** Who and where: what the records point to. */
export const NAME_TABLES: Table[] = [
  defineTable({
    name: 'countries',
    title: 'Countries',
    row: 'one country or territory',
    like: { list: 'countries', takes },
    columns: [
      permalink<CountryRow>(({ iso3 }) => `/countries/${iso3}`, 'The country’s page.'),
      ...releasedColumns<CountryRow>('countries', {
        iso3: ({ iso3 }) => iso3,
        iso2: ({ iso2 }) => iso2,
        m49: ({ m49 }) => m49,
        name: ({ name }) => name,
        region_m49: ({ regionM49 }) => regionM49,
        subregion_m49: ({ subregionM49 }) => subregionM49,
      }),
    ],
    list: (ctx, args: Partial<QueryCountriesArgs>) => listCountries(ctx, args),
  }),
  defineTable({
    name: 'programs',
    title: 'Programs',
    row: 'one program, forum or channel',
    like: { list: 'programs', takes },
    columns: [
      permalink<ProgramRow>(({ slug }) => `/programs/${slug}`, 'The program’s page.'),
      ...releasedColumns<ProgramRow>('programs', {
        slug: ({ slug }) => slug,
        name: ({ name }) => name,
        description: ({ description }) => description,
      }),
    ],
    list: (ctx, args: Partial<QueryProgramsArgs>) => listPrograms(ctx, args),
  }),
  defineTable({
    name: 'providers',
    title: 'Providers',
    row: 'one country or organisation that promises or trains',
    like: { list: 'providers', takes },
    columns: [
      permalink<ProviderRow>(({ slug }) => `/providers/${slug}`, 'The provider’s page.'),
      ...releasedColumns<ProviderRow>('providers', {
        code: ({ code }) => code,
        slug: ({ slug }) => slug,
        name: ({ name }) => name,
        kind: ({ kind }) => kind,
        country: ({ countryIso3 }) => countryIso3,
      }),
    ],
    list: (ctx, args: Partial<QueryProvidersArgs>) => listProviders(ctx, args),
  }),
];
