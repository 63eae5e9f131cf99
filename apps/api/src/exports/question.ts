import type { Database } from '@muster/db';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireRelease } from '../at-release.ts';
import type { Auth } from '../auth/auth.ts';
import type { Context } from '../context.ts';
import { takeAllowance } from '../limits/allowance.ts';
import type { Asked } from './description.ts';
import { type QueryString, readParameters } from './parameters.ts';
import type { OpenTable, Table } from './table.ts';

export interface QuestionParts {
  db: Database;
  auth: Auth;
  publicUrl: string;
  /** Today's day in UTC, `YYYY-MM-DD`. */
  today: () => string;
}

/** A table asked for by an address, its parameters checked. */
export interface Question extends Asked {
  ctx: Context;
  open: OpenTable;
}

/** Throws InputError, which names the parameter and the remedy. */
export async function readQuestion(
  request: FastifyRequest,
  reply: FastifyReply,
  table: Table,
  { db, auth, publicUrl, today }: QuestionParts,
): Promise<Question> {
  const query = request.query as QueryString;
  const release = await requireRelease(db, query);
  const ctx: Context = {
    db: release ? db.atRelease(release.name) : db,
    release,
    live: db,
    today: release?.knownOn ?? today(),
    publicUrl,
    requestId: request.id,
    viewer: null,
    auth,
    mailer: null,
    tier: request.caller?.tier ?? 'ANONYMOUS',
    takeCost: (cost) => takeAllowance(request, reply, cost),
  };
  const args = readParameters(table, query);
  const at = request.url.indexOf('?');
  return { ctx, table, args, search: at < 0 ? '' : request.url.slice(at), open: await table.open(ctx, args) };
}
