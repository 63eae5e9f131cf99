import {
  type ClaimExport,
  type CountArgs,
  type LinkExport,
  listClaims,
  listLinks,
} from '../../modules/export/queries/counts.ts';
import { column, permalink, releasedColumns } from '../column.ts';
import { defineTable, type Table } from '../table.ts';
import { countPath } from './counts.ts';

/** What hangs on counts; each is asked for by the counts. */
export const RELATION_TABLES: Table[] = [
  defineTable({
    name: 'claims',
    title: 'Claims',
    row: 'one source’s own telling of a count',
    like: { list: 'reportedTotals', takes: ['filter', 'orderBy', 'direction', 'knownOn'] },
    columns: [
      permalink<ClaimExport>(
        ({ count }) => `${countPath(count)}#claims`,
        'The page of the count, where its claims stand.',
      ),
      ...releasedColumns<ClaimExport>('claims', {
        count_kind: ({ count }) => count.kind,
        count: ({ count }) => count.slug,
        position: ({ position }) => position,
        source: ({ source }) => source.slug,
      }),
      column('source_title', 'string', { meaning: 'Title of the source.' }, ({ source }) => source.title),
      column(
        'source_url',
        'string',
        { meaning: 'Where the source was found.', empty: 'No address is known.' },
        ({ source }) => source.url,
      ),
      ...releasedColumns<ClaimExport>(
        'claims',
        {
          low: ({ low }) => low,
          high: ({ high }) => high,
          qualifier: ({ qualifier }) => qualifier,
          fragment: ({ fragment }) => fragment,
          locator: ({ locator }) => locator,
          language: ({ language }) => language,
          rank: ({ rank }) => rank,
          rank_reason: ({ rankReason }) => rankReason,
          note: ({ note }) => note,
        },
        { low: 'the unit of the count', high: 'the unit of the count' },
      ),
    ],
    list: (ctx, args: CountArgs) => listClaims(ctx, args),
  }),
  defineTable({
    name: 'links',
    title: 'Links between counts',
    row: 'one relation of a count to another',
    like: { list: 'reportedTotals', takes: ['filter', 'knownOn'] },
    columns: [
      permalink<LinkExport>(({ from }) => `${countPath(from)}#links`, 'The page of the count `from`.'),
      ...releasedColumns<LinkExport>('links', {
        from: ({ from }) => from.slug,
        relation: ({ relation }) => relation,
        to: ({ to }) => to.slug,
        basis: ({ basis }) => basis,
        source: ({ source }) => source?.slug ?? null,
      }),
      column(
        'source_url',
        'string',
        { meaning: 'Where that source was found.', empty: 'No source, or no address is known.' },
        ({ source }) => source?.url ?? null,
      ),
      ...releasedColumns<LinkExport>('links', { note: ({ note }) => note }),
    ],
    list: (ctx, args: CountArgs) => listLinks(ctx, args),
  }),
];
