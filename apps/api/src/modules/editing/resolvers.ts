import { requireLive } from '../../at-release.ts';
import type { Context } from '../../context.ts';
import type { MutationResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { pageResolvers } from '../../pagination.ts';
import {
  editableRecordResolvers,
  findEditableRecord,
  listOwnDrafts,
  listReviewQueue,
  sendBack,
} from './editable.ts';
import type { Entity, Stored } from './entity.ts';
import { listHistory, restoreRevision } from './history.ts';
import { requireEditor } from './permissions.ts';
import { commitmentEntity, findCountInAnyState, reportedTotalEntity } from './queries/count.ts';
import { countryEntity } from './queries/country.ts';
import { eventEntity } from './queries/event.ts';
import { groupEntity } from './queries/group.ts';
import { findLinkInAnyState, findLinksInAnyState, linkEntity } from './queries/link.ts';
import {
  findEditableCountries,
  findEditableCounts,
  findEditableEvents,
  findEditableGroups,
  findEditablePrograms,
  findEditableProviders,
  findEditableSources,
} from './queries/lists.ts';
import { programEntity } from './queries/program.ts';
import { providerEntity } from './queries/provider.ts';
import { sourceEntity } from './queries/source.ts';
import {
  createRecord,
  deleteRecord,
  findSaved,
  publishRecord,
  retractRecord,
  submitRecord,
  updateRecord,
} from './records.ts';
import type { EditConflict, Refusal } from './results.ts';

const Query = {
  viewer: (_, __, ctx) => requireLive(ctx).viewer,
  editableCommitment: (_, { slug }, ctx) =>
    findCountInAnyState(requireEditor(ctx), { slug, kind: 'COMMITMENT' }),
  editableCommitments: (_, args, ctx) => findEditableCounts(requireEditor(ctx), 'COMMITMENT', args),
  editableReportedTotal: (_, { slug }, ctx) =>
    findCountInAnyState(requireEditor(ctx), { slug, kind: 'REPORTED_TOTAL' }),
  editableReportedTotals: (_, args, ctx) => findEditableCounts(requireEditor(ctx), 'REPORTED_TOTAL', args),
  editableEvent: async (_, { slug }, ctx) => (await findEditable(ctx, eventEntity, slug))?.event ?? null,
  editableEvents: (_, args, ctx) => findEditableEvents(requireEditor(ctx), args),
  editableSource: async (_, { slug }, ctx) => (await findEditable(ctx, sourceEntity, slug))?.source ?? null,
  editableSources: (_, args, ctx) => findEditableSources(requireEditor(ctx), args),
  editableProgram: async (_, { slug }, ctx) =>
    (await findEditable(ctx, programEntity, slug))?.program ?? null,
  editablePrograms: (_, args, ctx) => findEditablePrograms(requireEditor(ctx), args),
  editableProvider: async (_, { slug }, ctx) =>
    (await findEditable(ctx, providerEntity, slug))?.provider ?? null,
  editableProviders: (_, args, ctx) => findEditableProviders(requireEditor(ctx), args),
  editableGroup: async (_, { slug }, ctx) => (await findEditable(ctx, groupEntity, slug))?.group ?? null,
  editableGroups: (_, args, ctx) => findEditableGroups(requireEditor(ctx), args),
  editableCountry: async (_, { iso3 }, ctx) =>
    (await findEditable(ctx, countryEntity, iso3))?.country ?? null,
  editableCountries: (_, args, ctx) => findEditableCountries(requireEditor(ctx), args),
  editableLink: (_, { key }, ctx) => findLinkInAnyState(requireEditor(ctx), key),
  editableLinks: (_, args, ctx) => findLinksInAnyState(requireEditor(ctx), args),
  recordHistory: (_, args, ctx) => listHistory(requireEditor(ctx), args),
  editableRecord: (_, args, ctx) => findEditableRecord(requireEditor(ctx), args),
  reviewQueue: (_, args, ctx) => listReviewQueue(requireEditor(ctx), args),
  myDrafts: (_, args, ctx) => listOwnDrafts(requireEditor(ctx), args),
} satisfies QueryResolvers;

const Mutation = {
  createCommitment: (_, args, ctx) => tellVersion(ctx, createRecord(ctx, commitmentEntity, args)),
  updateCommitment: (_, { slug: key, ...args }, ctx) =>
    tellVersion(ctx, updateRecord(ctx, commitmentEntity, { ...args, key })),
  submitCommitment: (_, { slug: key, ...args }, ctx) =>
    tellVersion(ctx, submitRecord(ctx, commitmentEntity, { ...args, key })),
  publishCommitment: (_, { slug: key, ...args }, ctx) =>
    tellVersion(ctx, publishRecord(ctx, commitmentEntity, { ...args, key })),
  retractCommitment: (_, { slug: key, ...args }, ctx) =>
    tellVersion(ctx, retractRecord(ctx, commitmentEntity, { ...args, key })),
  deleteCommitment: (_, { slug: key, ...args }, ctx) => deleteRecord(ctx, commitmentEntity, { ...args, key }),
  createReportedTotal: (_, args, ctx) => createRecord(ctx, reportedTotalEntity, args),
  updateReportedTotal: (_, { slug: key, ...args }, ctx) =>
    updateRecord(ctx, reportedTotalEntity, { ...args, key }),
  submitReportedTotal: (_, { slug: key, ...args }, ctx) =>
    submitRecord(ctx, reportedTotalEntity, { ...args, key }),
  publishReportedTotal: (_, { slug: key, ...args }, ctx) =>
    publishRecord(ctx, reportedTotalEntity, { ...args, key }),
  retractReportedTotal: (_, { slug: key, ...args }, ctx) =>
    retractRecord(ctx, reportedTotalEntity, { ...args, key }),
  deleteReportedTotal: (_, { slug: key, ...args }, ctx) =>
    deleteRecord(ctx, reportedTotalEntity, { ...args, key }),
  createEvent: (_, args, ctx) => createRecord(ctx, eventEntity, args),
  updateEvent: (_, { slug: key, ...args }, ctx) => updateRecord(ctx, eventEntity, { ...args, key }),
  submitEvent: (_, { slug: key, ...args }, ctx) => submitRecord(ctx, eventEntity, { ...args, key }),
  publishEvent: (_, { slug: key, ...args }, ctx) => publishRecord(ctx, eventEntity, { ...args, key }),
  retractEvent: (_, { slug: key, ...args }, ctx) => retractRecord(ctx, eventEntity, { ...args, key }),
  deleteEvent: (_, { slug: key, ...args }, ctx) => deleteRecord(ctx, eventEntity, { ...args, key }),
  createSource: (_, args, ctx) => createRecord(ctx, sourceEntity, args),
  updateSource: (_, { slug: key, ...args }, ctx) => updateRecord(ctx, sourceEntity, { ...args, key }),
  deleteSource: (_, { slug: key, ...args }, ctx) => deleteRecord(ctx, sourceEntity, { ...args, key }),
  createProgram: (_, args, ctx) => createRecord(ctx, programEntity, args),
  updateProgram: (_, { slug: key, ...args }, ctx) => updateRecord(ctx, programEntity, { ...args, key }),
  deleteProgram: (_, { slug: key, ...args }, ctx) => deleteRecord(ctx, programEntity, { ...args, key }),
  createProvider: (_, args, ctx) => createRecord(ctx, providerEntity, args),
  updateProvider: (_, { slug: key, ...args }, ctx) => updateRecord(ctx, providerEntity, { ...args, key }),
  deleteProvider: (_, { slug: key, ...args }, ctx) => deleteRecord(ctx, providerEntity, { ...args, key }),
  createGroup: (_, args, ctx) => createRecord(ctx, groupEntity, args),
  updateGroup: (_, { slug: key, ...args }, ctx) => updateRecord(ctx, groupEntity, { ...args, key }),
  deleteGroup: (_, { slug: key, ...args }, ctx) => deleteRecord(ctx, groupEntity, { ...args, key }),
  createLink: (_, args, ctx) => createRecord(ctx, linkEntity, args),
  updateLink: (_, args, ctx) => updateRecord(ctx, linkEntity, args),
  deleteLink: (_, args, ctx) => deleteRecord(ctx, linkEntity, args),
  updateCountry: (_, { iso3: key, ...args }, ctx) => updateRecord(ctx, countryEntity, { ...args, key }),
  restoreRevision: (_, args, ctx) => restoreRevision(ctx, args),
  sendBackRecord: (_, args, ctx) => sendBack(ctx, args),
} satisfies MutationResolvers;

/** The record as it was last written, whatever its state. */
function findEditable<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  key: string,
): Promise<Saved | null> {
  return findSaved(requireEditor(ctx), entity, key);
}

/** A conflict about a commitment also holds the commitment. */
async function tellVersion<Saved>(ctx: Context, answer: Promise<Saved | Refusal | EditConflict>) {
  const result = await answer;
  if (!isConflict(result)) return result;
  const { slug, currentVersion, changedBy, changedAt, fields } = result;
  const current = await findCountInAnyState(ctx, { slug, kind: 'COMMITMENT' });
  if (current === null) throw new Error(`commitment ${slug} is gone`);
  return { __typename: 'VersionConflict' as const, currentVersion, current, changedBy, changedAt, fields };
}

function isConflict<Saved>(answer: Saved | Refusal | EditConflict): answer is EditConflict {
  return (answer as { __typename?: string }).__typename === 'EditConflict';
}

export const editingResolvers = {
  Query,
  Mutation,
  EditableRecord: editableRecordResolvers,
  LinkConnection: pageResolvers,
};
