import type { CodegenConfig } from '@graphql-codegen/cli';

const rows = '../modules';

const config: CodegenConfig = {
  schema: '../../packages/schema/sdl/*.graphql',
  generates: {
    'src/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../context.ts#Context',
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        avoidOptionals: { field: true, inputValue: false },
        scalars: {
          ID: 'string',
          Date: 'string',
          DateTime: { input: 'string', output: 'Date' },
          URL: 'string',
          SafeInt: 'number',
        },
        mappers: {
          Country: `${rows}/country/queries.ts#CountryRow`,
          Group: `${rows}/group/queries.ts#GroupRow`,
          Provider: `${rows}/provider/queries.ts#ProviderRow`,
          Program: `${rows}/program/queries.ts#ProgramRow`,
          Source: `${rows}/source/queries.ts#SourceRow`,
          Count: `${rows}/count/queries.ts#CountRow`,
          Commitment: `${rows}/count/queries.ts#CountRow`,
          ReportedTotal: `${rows}/count/queries.ts#CountRow`,
          Claim: `${rows}/count/queries.ts#ClaimRow`,
          Link: `${rows}/count/queries.ts#LinkRow`,
          Event: `${rows}/event/queries.ts#EventRow`,
          Totals: `${rows}/totals/totals.ts#TotalsAnswer`,
          Series: `${rows}/totals/series.ts#SeriesAnswer`,
          ReportPoint: `${rows}/totals/series.ts#ReportPointRow`,
          Breakdown: `${rows}/totals/breakdown.ts#BreakdownAnswer`,
          BreakdownRow: `${rows}/totals/rows.ts#RowAnswer`,
          BreakdownKey: `${rows}/totals/axis.ts#RowKey`,
          Contribution: `${rows}/totals/answer.ts#ContributionRow`,
          Excluded: `${rows}/totals/answer.ts#ExcludedRow`,
          Standing: `${rows}/totals/standing.ts#StandingAnswer`,
          EventSource: `${rows}/event/queries.ts#EventSourceRow`,
          Membership: `${rows}/group/queries.ts#MembershipRow`,
          Dataset: `${rows}/dataset/queries.ts#DatasetRow`,
          DataTable: '../exports/table.ts#Table',
          DataColumn: '../exports/column.ts#ColumnWords',
          Release: '@muster/db#ReleaseRow',
          ApiKey: `${rows}/key/queries.ts#ApiKeyRow`,
          ReleaseFile: `${rows}/release/queries.ts#ReleaseFileRow`,
          CountryConnection: `${rows}/country/queries.ts#CountryPage`,
          GroupConnection: `${rows}/group/queries.ts#GroupPage`,
          ProviderConnection: `${rows}/provider/queries.ts#ProviderPage`,
          ProgramConnection: `${rows}/program/queries.ts#ProgramPage`,
          SourceConnection: `${rows}/source/queries.ts#SourcePage`,
          CommitmentConnection: `${rows}/count/queries.ts#CountPage`,
          ReportedTotalConnection: `${rows}/count/queries.ts#CountPage`,
          EventConnection: `${rows}/event/queries.ts#EventPage`,
          RevisionConnection: `${rows}/changes/queries.ts#RevisionPage`,
          PageInfo: '../pagination.ts#AnyPage',
        },
      },
    },
  },
};

export default config;
