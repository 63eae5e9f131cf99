import type { Context } from '../../context.ts';
import { readNodeId } from '../../node-id.ts';
import { type CountRow, findCountsBySlug } from '../count/queries.ts';
import { type CountryRow, findCountriesByIso3 } from '../country/queries.ts';
import { type EventRow, findEventsBySlug } from '../event/queries.ts';
import { findGroupsBySlug, type GroupRow } from '../group/queries.ts';
import { findProgramsBySlug, type ProgramRow } from '../program/queries.ts';
import { findProvidersBySlug, type ProviderRow } from '../provider/queries.ts';
import { findSourcesBySlug, type SourceRow } from '../source/queries.ts';

export type NodeRow = CountRow | CountryRow | EventRow | GroupRow | ProgramRow | ProviderRow | SourceRow;

type Finder = (ctx: Context, keys: readonly string[]) => Promise<ReadonlyMap<string, NodeRow>>;

const findCounts: Finder = (ctx, slugs) => findCountsBySlug(ctx, slugs, ctx.today);

const FINDERS = new Map<string, Finder>([
  ['Commitment', findCounts],
  ['ReportedTotal', findCounts],
  ['Event', (ctx, slugs) => findEventsBySlug(ctx, slugs, ctx.today)],
  ['Country', findCountriesByIso3],
  ['Group', findGroupsBySlug],
  ['Program', findProgramsBySlug],
  ['Provider', findProvidersBySlug],
  ['Source', findSourcesBySlug],
]);

/** What readers may see of the objects with these global ids: a statement per type. */
export async function findNodesById(ctx: Context, ids: readonly string[]): Promise<Map<string, NodeRow>> {
  const asked = ids.flatMap((id) => ({ id, ...(readNodeId(id) ?? { type: '', key: '' }) }));
  const found = await Promise.all(
    [...Map.groupBy(asked, ({ type }) => type)].map(async ([type, some]) => {
      const rows = await FINDERS.get(type)?.(
        ctx,
        some.map(({ key }) => key),
      );
      return some.map(({ id, key }) => [id, rows?.get(key)] as const);
    }),
  );
  return new Map(
    found.flat().filter((entry): entry is [string, NodeRow] => {
      const [id, row] = entry;
      return row !== undefined && row.__typename === readNodeId(id)?.type;
    }),
  );
}
