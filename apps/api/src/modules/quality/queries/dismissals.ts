import { Prisma, type QualityDismissal, type ReleaseDatabase } from '@muster/db';
import type { Context, Viewer } from '../../../context.ts';

export type DismissalRow = QualityDismissal;

/** Everything that was ever said of findings. */
export function findDismissals({ prisma }: Pick<ReleaseDatabase, 'prisma'>): Promise<DismissalRow[]> {
  return prisma.qualityDismissal.findMany({ orderBy: { id: 'asc' } });
}

export interface Judgement {
  kind: string;
  key: string;
  fingerprint: string;
  reason: string;
  isReopened: boolean;
  viewer: Viewer;
}

/**
 * Writes what a reviewer says of a finding, with its revision, in one transaction. `version`: of the dismissal that was
 * read, 0 where there was none. False where somebody was faster, which is decided by the database.
 */
export function writeDismissal({ live }: Context, version: number, judgement: Judgement): Promise<boolean> {
  const { kind, key, viewer, ...said } = judgement;
  const row = { ...said, actorId: viewer.id, actorName: viewer.name };
  return live.prisma.$transaction(async (transaction) => {
    const before = await transaction.qualityDismissal.findUnique({ where: { kind_key: { kind, key } } });
    const { count } =
      version === 0
        ? await transaction.qualityDismissal.createMany({ data: { kind, key, ...row }, skipDuplicates: true })
        : await transaction.qualityDismissal.updateMany({
            where: { kind, key, version },
            data: { ...row, at: new Date(), version: version + 1 },
          });
    if (count === 0) return false;
    const after = await transaction.qualityDismissal.findUniqueOrThrow({
      where: { kind_key: { kind, key } },
    });
    await transaction.revision.create({
      data: {
        entity: 'Finding',
        entityId: after.id,
        slug: `${kind}:${key}`,
        version: after.version,
        action: said.isReopened ? 'REOPENED' : 'DISMISSED',
        actorId: viewer.id,
        actorName: viewer.name,
        reason: said.reason === '' ? null : said.reason,
        before: before === null ? Prisma.DbNull : toSnapshot(before),
        after: toSnapshot(after),
        isPublic: false,
      },
      select: { id: true },
    });
    return true;
  });
}

function toSnapshot({ kind, key, fingerprint, reason, isReopened }: DismissalRow) {
  return { kind, key, fingerprint, reason, isReopened };
}
