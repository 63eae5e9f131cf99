import { auditResolvers } from './modules/audit/resolvers.ts';
import { changesResolvers } from './modules/changes/resolvers.ts';
import { commentResolvers } from './modules/comment/resolvers.ts';
import { countResolvers } from './modules/count/resolvers.ts';
import { countryResolvers } from './modules/country/resolvers.ts';
import { datasetResolvers } from './modules/dataset/resolvers.ts';
import { editingResolvers } from './modules/editing/resolvers.ts';
import { eventResolvers } from './modules/event/resolvers.ts';
import { exportResolvers } from './modules/export/resolvers.ts';
import { groupResolvers } from './modules/group/resolvers.ts';
import { keyResolvers } from './modules/key/resolvers.ts';
import { nodeResolvers } from './modules/node/resolvers.ts';
import { peopleResolvers } from './modules/people/resolvers.ts';
import { presenceResolvers } from './modules/presence/resolvers.ts';
import { previewResolvers } from './modules/preview/resolvers.ts';
import { programResolvers } from './modules/program/resolvers.ts';
import { providerResolvers } from './modules/provider/resolvers.ts';
import { qualityResolvers } from './modules/quality/resolvers.ts';
import { releaseResolvers } from './modules/release/resolvers.ts';
import { searchResolvers } from './modules/search/resolvers.ts';
import { sourceResolvers } from './modules/source/resolvers.ts';
import { totalsResolvers } from './modules/totals/resolvers.ts';
import { pageInfoResolvers } from './pagination.ts';
import { scalars } from './scalars.ts';

/** Every module's resolvers; types that several modules speak of are merged. */
export const resolvers = [
  scalars,
  { PageInfo: pageInfoResolvers },
  nodeResolvers,
  countryResolvers,
  groupResolvers,
  providerResolvers,
  programResolvers,
  sourceResolvers,
  countResolvers,
  eventResolvers,
  totalsResolvers,
  datasetResolvers,
  exportResolvers,
  releaseResolvers,
  changesResolvers,
  searchResolvers,
  editingResolvers,
  previewResolvers,
  commentResolvers,
  presenceResolvers,
  keyResolvers,
  qualityResolvers,
  peopleResolvers,
  auditResolvers,
];
