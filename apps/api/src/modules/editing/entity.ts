import type { RecordState, TransactionClient } from '@muster/db';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { RecordEntity } from '../../generated/resolvers.ts';
import type { Mention, References } from './references.ts';
import type { FieldProblem } from './results.ts';

/** What the engine needs of a stored record of any kind. */
export interface Stored {
  id: number;
  version: number;
  updatedAt: Date;
  /** Left out by kinds that have no states: what is written of them holds at once. */
  state?: RecordState;
  publishedAt?: Date | null;
  /** Of kinds that have states; null where it was not taken back. */
  retractedReason?: string | null;
}

/** How a record moves along; the columns are the same for all kinds that have states. */
export interface Move {
  state: RecordState;
  publishedAt?: Date;
  retractedReason?: string | null;
  knownOn?: Date;
}

/** What the engine must know to edit records of one kind. `Saved` is the contract's answer to a written one. */
export interface Entity<Row extends Stored, Input extends object, Saved> {
  entity: RecordEntity;
  /** As revisions name it, and the contract's type. */
  name: string;
  /** As sentences name it. */
  word: string;
  rules: z.ZodType<Input>;
  /** Fields of the input that no two records share. */
  unique: readonly (keyof Input & string)[];
  /** Fields that stay as they are once readers see the record. */
  fixed: readonly (keyof Input & string)[];
  /** Slug; ISO 3166-1 alpha-3 of a country; number of a link. */
  keyOf(row: Row): string;
  /** Title or name; of a link, what it joins. */
  titleOf(row: Row): string;
  /** The stored record as an editor would give it. */
  toInput(row: Row): Input;
  listMentions(input: Input): Mention[];
  find(transaction: TransactionClient, key: string): Promise<Row | null>;
  require(transaction: TransactionClient, id: number): Promise<Row>;
  isTaken(transaction: TransactionClient, field: keyof Input & string, input: Input): Promise<boolean>;
  /** Whether readers see the record, or the effect of it. */
  isSeen(transaction: TransactionClient, row: Row): Promise<boolean>;
  /** Whether readers are told of its changes as it stands now. */
  isPublic(row: Row): boolean;
  /** Whether readers will see the effect of this input; left out where that hangs on the record alone. */
  willBeSeen?(input: Input, references: References): boolean;
  /** What is wrong beside the rules, the names and what is taken. */
  findProblems?(
    transaction: TransactionClient,
    input: Input,
    references: References,
    row: Row | null,
  ): Promise<FieldProblem[]>;
  /** The new record's id. `today`: the day it is recorded. */
  insert?(
    transaction: TransactionClient,
    input: Input,
    references: References,
    today: string,
  ): Promise<number>;
  /** Raises the version with the change; false where the row is no longer at its version. */
  write(
    transaction: TransactionClient,
    row: Row,
    input: Input,
    references: References,
    today: string,
  ): Promise<boolean>;
  /** As `write`, for a change of state alone. */
  move?(transaction: TransactionClient, row: Row, move: Move): Promise<boolean>;
  /** The first day on which the public certainly could know of the record, were it published today. */
  findKnownOn?(transaction: TransactionClient, row: Row, today: string): Promise<string>;
  /** What names the record, in words, at most a few. */
  findReferrers?(transaction: TransactionClient, row: Row): Promise<string[]>;
  /** False where the row is no longer at its version. */
  remove?(transaction: TransactionClient, row: Row): Promise<boolean>;
  /** The written record as the contract gives it. */
  present(ctx: Context, id: number): Promise<Saved | null>;
}

/** The row at the version at which it was read. */
export const at = ({ id, version }: Stored) => ({ id, version });

/** What every change writes. */
export const raised = () => ({ version: { increment: 1 }, updatedAt: new Date() });
