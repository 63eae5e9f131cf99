import { bumpDataRevision, Prisma, type RecordState, type TransactionClient } from '@muster/db';
import type { CommitmentInput } from '@muster/schema/rules';
import type { Context, Viewer } from '../../context.ts';
import type { KeysetOrder } from '../../cursor.ts';
import { toImpreciseDate } from '../../days.ts';
import { wordsWhere } from '../../filters.ts';
import { findPage, type Page, type PageArgs } from '../../pagination.ts';
import { COUNT_PARTIES, type CountRow, findCounts, toCountRow } from '../count/queries.ts';
import { toColumns, toRelations } from './columns.ts';
import { type EditableRow, inputRelations } from './commitment-input.ts';
import type { References } from './references.ts';

/** Entity of a commitment's revisions. */
const ENTITY = 'Commitment';
const COMMITMENT = { kind: 'COMMITMENT' } as const;
/** Actions that write what a record says; the others only move it along. */
const CONTENT_ACTIONS = ['IMPORTED', 'CREATED', 'UPDATED'];

export type RevisionAction = 'CREATED' | 'UPDATED' | 'SUBMITTED' | 'PUBLISHED' | 'RETRACTED';

export type { EditableRow, TransactionClient };

/** All that `work` writes stands, or none of it; where `work` throws, none. */
export function runTransaction<Result>(
  { live }: Context,
  work: (transaction: TransactionClient) => Promise<Result>,
): Promise<Result> {
  return live.prisma.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

export function findEditable(transaction: TransactionClient, slug: string): Promise<EditableRow | null> {
  return transaction.count.findFirst({ where: { ...COMMITMENT, slug }, include: inputRelations });
}

/** In any state: for editors alone. */
export async function findCommitmentInAnyState(
  ctx: Context,
  where: { slug: string } | { id: number },
): Promise<CountRow | null> {
  const [row] = await findCounts(ctx, { where: { ...COMMITMENT, ...where } });
  return row ?? null;
}

interface EditableFilter {
  state?: readonly RecordState[] | null | undefined;
  text?: string | null | undefined;
}

type ChangedRow = CountRow & { updatedAt: Date };

const LAST_CHANGED: KeysetOrder<ChangedRow> = {
  name: 'commitments by change',
  column: 'updatedAt',
  kind: 'instant',
  isNullable: false,
  direction: 'DESC',
  keyColumn: 'slug',
  valueOf: ({ updatedAt }) => updatedAt.toISOString(),
  keyOf: ({ slug }) => slug,
};

/** In any state, last changed first: for editors alone. */
export function findCommitmentsInAnyState(
  ctx: Context,
  { state, text, ...args }: EditableFilter & PageArgs,
): Promise<Page<CountRow>> {
  const { count } = ctx.db.prisma;
  const where: Prisma.CountWhereInput = {
    ...COMMITMENT,
    ...(state && { state: { in: [...state] } }),
    ...(text && { AND: wordsWhere(text, ['title', 'slug', 'recipientsStated', 'statedBy', 'note']) }),
  };
  return findPage<ChangedRow>({
    args,
    order: LAST_CHANGED,
    find: async ({ where: bounds, ...stretch }) => {
      const rows = await count.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [where, bounds] },
        include: COUNT_PARTIES,
        ...stretch,
      });
      return rows.map((row) => ({ ...toCountRow(row, ctx.today), updatedAt: row.updatedAt }));
    },
    count: () => count.count({ where }),
  });
}

export function isSlugTaken(transaction: TransactionClient, slug: string): Promise<boolean> {
  return transaction.count.findUnique({ where: { slug }, select: { id: true } }).then((row) => row !== null);
}

export async function findReferences(
  transaction: TransactionClient,
  input: CommitmentInput,
): Promise<References> {
  const countries = input.recipients.flatMap(({ country }) => country ?? []);
  const groups = input.recipients.flatMap(({ group }) => group ?? []);
  const sources = await transaction.source.findMany({
    where: { slug: { in: input.claims.map(({ source }) => source) } },
    select: { id: true, slug: true, publishedOn: true, publishedOnPrecision: true },
  });
  const codes = { id: true, code: true } as const;
  return {
    programs: new Map(
      input.program === null
        ? []
        : (await transaction.program.findMany({ where: { slug: input.program } })).map((p) => [p.slug, p.id]),
    ),
    providers: new Map(
      (await transaction.provider.findMany({ where: { code: { in: input.providers } }, select: codes })).map(
        ({ code, id }) => [code, id],
      ),
    ),
    countries: new Set(
      (
        await transaction.country.findMany({ where: { iso3: { in: countries } }, select: { iso3: true } })
      ).map(({ iso3 }) => iso3),
    ),
    groups: new Map(
      (await transaction.group.findMany({ where: { code: { in: groups } }, select: codes })).map(
        ({ code, id }) => [code, id],
      ),
    ),
    sources: new Map(
      sources.map(({ id, slug, publishedOn, publishedOnPrecision }) => [
        slug,
        { id, publishedOn: toImpreciseDate(publishedOn, publishedOnPrecision) },
      ]),
    ),
  };
}

/** Dates of the sources of a stored commitment's claims. */
export async function findSourceDates(transaction: TransactionClient, countId: number) {
  const sources = await transaction.source.findMany({
    where: { claims: { some: { countId } } },
    select: { publishedOn: true, publishedOnPrecision: true },
  });
  return sources.map(({ publishedOn, publishedOnPrecision }) =>
    toImpreciseDate(publishedOn, publishedOnPrecision),
  );
}

export async function insertCommitment(
  transaction: TransactionClient,
  input: CommitmentInput,
  references: References,
  recordedOn: string,
): Promise<EditableRow> {
  const columns = toColumns(input, references, recordedOn);
  const { id } = await transaction.count.create({
    data: { ...columns, ...COMMITMENT },
    select: { id: true },
  });
  await insertRelations(transaction, id, input, references);
  return requireEditable(transaction, id);
}

export type Change = Prisma.CountUncheckedUpdateManyInput;

/** Raises the version with the change; false where the row is no longer at `version`, which is decided by the database. */
export async function changeCommitment(
  transaction: TransactionClient,
  { id, version }: Pick<EditableRow, 'id' | 'version'>,
  change: Change,
): Promise<boolean> {
  const { count } = await transaction.count.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 }, updatedAt: new Date() },
  });
  return count === 1;
}

export interface Replacement {
  input: CommitmentInput;
  references: References;
}

export async function replaceRelations(
  transaction: TransactionClient,
  countId: number,
  { input, references }: Replacement,
): Promise<void> {
  const where = { countId };
  await transaction.countProvider.deleteMany({ where });
  await transaction.countRecipient.deleteMany({ where });
  await transaction.claim.deleteMany({ where });
  await transaction.otherFigure.deleteMany({ where });
  await insertRelations(transaction, countId, input, references);
}

async function insertRelations(
  transaction: TransactionClient,
  countId: number,
  input: CommitmentInput,
  references: References,
): Promise<void> {
  const { providers, recipients, claims, otherFigures } = toRelations(countId, input, references);
  await transaction.countProvider.createMany({ data: providers });
  await transaction.countRecipient.createMany({ data: recipients });
  await transaction.claim.createMany({ data: claims });
  await transaction.otherFigure.createMany({ data: otherFigures });
}

export function requireEditable(transaction: TransactionClient, id: number): Promise<EditableRow> {
  return transaction.count.findUniqueOrThrow({ where: { id }, include: inputRelations });
}

export interface RevisionParts {
  row: EditableRow;
  viewer: Viewer;
  action: RevisionAction;
  reason: string | null;
  before: CommitmentInput | null;
  after: CommitmentInput;
  isPublic: boolean;
}

/** Writes the history's row and, for what readers see, raises the data revision. Call it last in the transaction. */
export async function recordRevision(
  transaction: TransactionClient,
  { row, viewer, before, after, ...revision }: RevisionParts,
): Promise<void> {
  await transaction.revision.create({
    data: {
      ...revision,
      entity: ENTITY,
      entityId: row.id,
      slug: row.slug,
      version: row.version,
      actorId: viewer.id,
      actorName: viewer.name,
      before: before ?? Prisma.DbNull,
      after,
    },
    select: { id: true },
  });
  if (revision.isPublic) await bumpDataRevision(transaction);
}

/** Who wrote what the record says now; null where that is nobody with an account (the imported dataset). */
export async function findAuthorId(transaction: TransactionClient, countId: number): Promise<string | null> {
  const revision = await transaction.revision.findFirst({
    where: { entity: ENTITY, entityId: countId, action: { in: CONTENT_ACTIONS } },
    orderBy: { version: 'desc' },
    select: { actorId: true },
  });
  return revision?.actorId ?? null;
}

/** Name of who changed the commitment last. */
export async function findLastActor({ db }: Context, countId: number): Promise<string> {
  const revision = await db.prisma.revision.findFirst({
    where: { entity: ENTITY, entityId: countId },
    orderBy: { version: 'desc' },
    select: { actorName: true },
  });
  return revision?.actorName ?? 'somebody';
}
