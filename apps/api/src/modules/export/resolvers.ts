import { FORMATS } from '../../exports/formats/index.ts';
import { listParameters } from '../../exports/parameters.ts';
import { placeOf } from '../../exports/place.ts';
import { TABLES } from '../../exports/tables/index.ts';
import type {
  DataColumnResolvers,
  DataColumnType,
  DatasetResolvers,
  DataTableResolvers,
} from '../../generated/resolvers.ts';
import { readNow } from './queries/reading.ts';

const Dataset: Pick<DatasetResolvers, 'tables'> = { tables: () => TABLES };

const ENDINGS = [...FORMATS.map(({ ending }) => ending), 'metadata.json'];

const DataTable: DataTableResolvers = {
  rows: async (table, _, ctx) => (await table.open(ctx, {})).count(readNow(ctx)),
  columns: ({ columns }) => [...columns],
  parameters: listParameters,
  files: ({ name }, _, ctx) =>
    ENDINGS.map((ending) => ({ ending, url: placeOf(ctx).address(`/data/${name}.${ending}`) })),
};

const DataColumn: DataColumnResolvers = {
  type: ({ type }) => type.toUpperCase() as DataColumnType,
};

export const exportResolvers = { Dataset, DataTable, DataColumn };
