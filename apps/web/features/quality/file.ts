import { queryAsViewer } from '@/api/query-as-viewer.ts';
import type { FindingRowsQueryVariables } from '@/generated/graphql.ts';
import { writeCsv } from '@/text/csv.ts';
import { FindingRowsDocument, type ListedFinding } from './documents.ts';
import type { QualityView } from './view.ts';

const columns: [name: string, value: (finding: ListedFinding) => string | number | null][] = [
  ['kind', ({ kind }) => kind],
  ['severity', ({ severity }) => severity],
  ['sentence', ({ sentence }) => sentence],
  ['records', ({ records }) => records.map(({ slug }) => slug).join(' ')],
  ['since', ({ since }) => since],
  ['moves', ({ moves }) => moves],
  ['remedy', ({ remedy }) => remedy],
  ['dismissal', ({ dismissal }) => dismissal?.reason ?? null],
  ['dismissed_by', ({ dismissal }) => dismissal?.by ?? null],
  ['dismissed_at', ({ dismissal }) => dismissal?.at ?? null],
  ['dismissal_holds', ({ dismissal }) => (dismissal ? String(dismissal.holds) : null)],
];

/** Every finding of a view as CSV. Throws ApiError. */
export async function writeFindings({ kind, dismissed }: QualityView): Promise<string> {
  const rows: ListedFinding[] = [];
  let after: string | null = null;
  do {
    const variables = { kind: kind ? [kind] : null, dismissed, after };
    const { nodes, pageInfo } = await listFindings(variables);
    rows.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return writeCsv([
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, value]) => value(row))),
  ]);
}

async function listFindings(variables: FindingRowsQueryVariables) {
  return (await queryAsViewer(FindingRowsDocument, variables)).qualityDesk.findings;
}
