import type { CountKind, TransactionClient } from '@muster/db';
import { commitmentInput, knownOnOf, reportedTotalInput } from '@muster/schema/rules';
import type { Context } from '../../../context.ts';
import { toDay, toImpreciseDate } from '../../../days.ts';
import { type CountRow, findCounts } from '../../count/queries.ts';
import { type AnyCountInput, toCountColumns, toCountRelations } from '../count-columns.ts';
import { type EditableRow, inputRelations, toCommitmentInput, toReportedTotalInput } from '../count-input.ts';
import { at, type Entity, raised } from '../entity.ts';
import type { Mention, References } from '../references.ts';

type Described = 'entity' | 'name' | 'word' | 'rules' | 'toInput' | 'present';

/** Commitments and reported totals are written alike. */
function describeCount<Input extends AnyCountInput, Saved>(
  kind: CountKind,
  described: Pick<Entity<EditableRow, Input, Saved>, Described>,
): Entity<EditableRow, Input, Saved> {
  return {
    ...described,
    unique: ['slug'],
    fixed: ['slug'],
    keyOf: ({ slug }) => slug,
    titleOf: ({ title }) => title,
    listMentions: listCountMentions,
    find: (transaction, slug) =>
      transaction.count.findFirst({ where: { kind, slug }, include: inputRelations }),
    require: (transaction, id) =>
      transaction.count.findUniqueOrThrow({ where: { id }, include: inputRelations }),
    isTaken: async (transaction, _, { slug }) => (await transaction.count.count({ where: { slug } })) > 0,
    isSeen: async (_, { state }) => state === 'PUBLISHED' || state === 'RETRACTED',
    isPublic: ({ state }) => state === 'PUBLISHED',
    insert: async (transaction, input, references, today) => {
      const columns = toCountColumns(input, references, today);
      const { id } = await transaction.count.create({ data: { ...columns, kind }, select: { id: true } });
      await insertRelations(transaction, id, input, references);
      return id;
    },
    write: async (transaction, row, input, references, today) => {
      const columns = toCountColumns(input, references, toDay(row.publishedAt) ?? today);
      const { count } = await transaction.count.updateMany({
        where: at(row),
        data: { ...columns, ...raised() },
      });
      if (count === 0) return false;
      await deleteRelations(transaction, row.id);
      await insertRelations(transaction, row.id, input, references);
      return true;
    },
    move: async (transaction, row, move) =>
      (await transaction.count.updateMany({ where: at(row), data: { ...move, ...raised() } })).count === 1,
    findKnownOn: async (transaction, row, recordedOn) => {
      const { statedOn } = described.toInput(row);
      return knownOnOf({ statedOn, recordedOn, sourceDates: await findSourceDates(transaction, row.id) });
    },
    findReferrers: async (transaction, { id }) => {
      const ends = { from: { select: { slug: true } }, to: { select: { slug: true } } } as const;
      const links = await transaction.link.findMany({
        where: { OR: [{ fromId: id }, { toId: id }] },
        include: ends,
        take: 5,
      });
      return links.map(({ from, relation, to }) => `the link ${from.slug} ${relation} ${to.slug}`);
    },
    remove: async (transaction, row) =>
      (await transaction.count.deleteMany({ where: { ...at(row), publishedAt: null } })).count === 1,
  };
}

export const commitmentEntity = describeCount('COMMITMENT', {
  entity: 'COMMITMENT',
  name: 'Commitment',
  word: 'commitment',
  rules: commitmentInput,
  toInput: toCommitmentInput,
  present: async (ctx, id) => {
    const commitment = await findCountInAnyState(ctx, { id });
    return commitment && { __typename: 'CommitmentSaved' as const, commitment };
  },
});

export const reportedTotalEntity = describeCount('REPORTED_TOTAL', {
  entity: 'REPORTED_TOTAL',
  name: 'ReportedTotal',
  word: 'reported total',
  rules: reportedTotalInput,
  toInput: toReportedTotalInput,
  present: async (ctx, id) => {
    const reportedTotal = await findCountInAnyState(ctx, { id });
    return reportedTotal && { __typename: 'ReportedTotalSaved' as const, reportedTotal };
  },
});

/** In any state: for editors alone. */
export async function findCountInAnyState(
  ctx: Context,
  where: { id: number } | { slug: string; kind: CountKind },
): Promise<CountRow | null> {
  const [row] = await findCounts(ctx, { where });
  return row ?? null;
}

function listCountMentions({ program, providers, recipients, claims }: AnyCountInput): Mention[] {
  return [
    { path: 'program', kind: 'program', name: program },
    ...providers.map((name, i) => ({ path: `providers.${i}`, kind: 'provider' as const, name })),
    ...recipients.flatMap(({ country, group }, i): Mention[] => [
      { path: `recipients.${i}.country`, kind: 'country', name: country },
      { path: `recipients.${i}.group`, kind: 'group', name: group },
    ]),
    ...claims.map(({ source }, i) => ({ path: `claims.${i}.source`, kind: 'source' as const, name: source })),
  ];
}

/** Dates of the sources of a stored count's claims. */
async function findSourceDates(transaction: TransactionClient, countId: number) {
  const sources = await transaction.source.findMany({
    where: { claims: { some: { countId } } },
    select: { publishedOn: true, publishedOnPrecision: true },
  });
  return sources.map(({ publishedOn, publishedOnPrecision }) =>
    toImpreciseDate(publishedOn, publishedOnPrecision),
  );
}

async function deleteRelations(transaction: TransactionClient, countId: number): Promise<void> {
  const where = { countId };
  await transaction.countProvider.deleteMany({ where });
  await transaction.countRecipient.deleteMany({ where });
  await transaction.claim.deleteMany({ where });
  await transaction.otherFigure.deleteMany({ where });
}

async function insertRelations(
  transaction: TransactionClient,
  countId: number,
  input: AnyCountInput,
  references: References,
): Promise<void> {
  const { providers, recipients, claims, otherFigures } = toCountRelations(countId, input, references);
  await transaction.countProvider.createMany({ data: providers });
  await transaction.countRecipient.createMany({ data: recipients });
  await transaction.claim.createMany({ data: claims });
  await transaction.otherFigure.createMany({ data: otherFigures });
}
