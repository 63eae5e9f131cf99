import type { FastifyReply, FastifyRequest } from 'fastify';

/** Rows of a file are read in bulk: so many of them are one record of a query. */
const ROWS_PER_COST = 10;

/** What a file of so many rows costs, in the measure of `extensions.cost`. */
export function costOfRows(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_PER_COST));
}

/**
 * Takes what a file costs from the allowance of whoever asks, before a row of it is read. Throws a GraphQLError whose
 * `extensions.http.status` is the answer's, where nothing is left. Called for each file that is sent; not for 304 and HEAD.
 */
export type TakeAllowance = (request: FastifyRequest, reply: FastifyReply, cost: number) => Promise<void>;
