import { listIssues, optionalText } from '@muster/schema/rules';
import type { Context, Viewer } from '../../context.ts';
import { hasRole } from '../editing/permissions.ts';
import { invalid, notAllowed, type Refusal } from '../editing/results.ts';
import { findFinding, isOpen, type JudgedFinding } from './desk.ts';
import { writeDismissal } from './queries/dismissals.ts';

export type FindingResult =
  | Refusal
  | { __typename: 'FindingSaved' | 'FindingChanged'; finding: JudgedFinding };

const reasonRule = optionalText(1000);

/** Says why a finding is no fault; `fingerprint` as it was read. */
export async function dismissFinding(
  ctx: Context,
  { id, fingerprint, reason }: { id: string; fingerprint: string; reason: string },
): Promise<FindingResult> {
  const { viewer } = ctx;
  if (!hasRole(viewer, 'REVIEWER')) return refuse(viewer);
  const read = reasonRule.safeParse(reason);
  if (!read.success) return toRefusal(read.error);
  if (read.data === null)
    return invalid({ path: 'reason', message: 'say why this is no fault; the history keeps it' });
  const finding = await findFinding(ctx, id);
  if (finding === null) return unknown(id);
  if (finding.fingerprint !== fingerprint || !isOpen(finding))
    return { __typename: 'FindingChanged', finding };
  const { kind, key } = finding;
  const version = finding.judgedVersion;
  return answer(
    ctx,
    id,
    await writeDismissal(ctx, version, {
      kind,
      key,
      fingerprint,
      reason: read.data,
      isReopened: false,
      viewer,
    }),
  );
}

/** Takes a dismissal back; `version`: of the dismissal that was read. */
export async function reopenFinding(
  ctx: Context,
  { id, version, reason }: { id: string; version: number; reason?: string | null | undefined },
): Promise<FindingResult> {
  const { viewer } = ctx;
  if (!hasRole(viewer, 'REVIEWER')) return refuse(viewer);
  const read = reasonRule.safeParse(reason ?? null);
  if (!read.success) return toRefusal(read.error);
  const finding = await findFinding(ctx, id);
  if (finding === null) return unknown(id);
  if (finding.dismissal?.version !== version) return { __typename: 'FindingChanged', finding };
  const { kind, key, fingerprint } = finding;
  const judgement = { kind, key, fingerprint, reason: read.data ?? '', isReopened: true, viewer };
  return answer(ctx, id, await writeDismissal(ctx, version, judgement));
}

async function answer(ctx: Context, id: string, isWritten: boolean): Promise<FindingResult> {
  const finding = await findFinding(ctx, id);
  if (finding === null) return unknown(id);
  return { __typename: isWritten ? 'FindingSaved' : 'FindingChanged', finding };
}

function refuse(viewer: Viewer | null): Refusal {
  return notAllowed(
    viewer
      ? 'Judging findings needs the role REVIEWER. Ask a reviewer.'
      : 'Please sign in as a reviewer to judge findings.',
  );
}

function unknown(id: string): Refusal {
  const name = JSON.stringify(id.slice(0, 80));
  return {
    __typename: 'NotFound',
    message: `There is no finding ${name} any more: it may be mended already.`,
  };
}

function toRefusal(error: Parameters<typeof listIssues>[0]): Refusal {
  return invalid(...listIssues(error).map(({ message }) => ({ path: 'reason', message })));
}
