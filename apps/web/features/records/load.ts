import { queryAsViewer } from '@/api/query-as-viewer.ts';
import type { Kind, KindPath } from '@/features/editing/kinds.ts';
import type { ListEndsFragment } from '@/generated/graphql.ts';
import {
  ListCommitmentsDocument,
  ListEventsDocument,
  ListLinksDocument,
  ListReportedTotalsDocument,
} from './documents.ts';
import {
  ListCountriesDocument,
  ListGroupsDocument,
  ListProgramsDocument,
  ListProvidersDocument,
  ListSourcesDocument,
} from './reference-documents.ts';
import {
  type RecordRow,
  toCommitmentRow,
  toCountryRow,
  toEventRow,
  toGroupRow,
  toLinkRow,
  toProgramRow,
  toProviderRow,
  toReportedRow,
  toSourceRow,
} from './rows.ts';
import { type RecordsView, toVariables } from './view.ts';

/** A page of a list. */
export interface RecordPage {
  totalCount: number;
  pageInfo: ListEndsFragment;
  rows: RecordRow[];
}

type Variables = ReturnType<typeof toVariables>;

const loaders: Readonly<Record<KindPath, (variables: Variables) => Promise<RecordPage>>> = {
  commitments: async (variables) =>
    toPage((await queryAsViewer(ListCommitmentsDocument, variables)).page, toCommitmentRow),
  reported: async (variables) =>
    toPage((await queryAsViewer(ListReportedTotalsDocument, variables)).page, toReportedRow),
  events: async (variables) => toPage((await queryAsViewer(ListEventsDocument, variables)).page, toEventRow),
  links: async (variables) => toPage((await queryAsViewer(ListLinksDocument, variables)).page, toLinkRow),
  sources: async (variables) =>
    toPage((await queryAsViewer(ListSourcesDocument, variables)).page, toSourceRow),
  programs: async (variables) =>
    toPage((await queryAsViewer(ListProgramsDocument, variables)).page, toProgramRow),
  providers: async (variables) =>
    toPage((await queryAsViewer(ListProvidersDocument, variables)).page, toProviderRow),
  groups: async (variables) => toPage((await queryAsViewer(ListGroupsDocument, variables)).page, toGroupRow),
  countries: async (variables) =>
    toPage((await queryAsViewer(ListCountriesDocument, variables)).page, toCountryRow),
};

/** A page of a kind's list in the name of who is signed in. Throws ApiError. */
export const loadRecords = ({ path }: Kind, view: RecordsView): Promise<RecordPage> =>
  loaders[path](toVariables(view));

function toPage<Node>(
  { totalCount, pageInfo, nodes }: { totalCount: number; pageInfo: ListEndsFragment; nodes: Node[] },
  write: (node: Node) => RecordRow,
): RecordPage {
  return { totalCount, pageInfo, rows: nodes.map(write) };
}
