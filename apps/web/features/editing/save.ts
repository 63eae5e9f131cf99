import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type * as api from '@/generated/contract.ts';
import type { SaveResultFragment } from '@/generated/graphql.ts';
import {
  CreateDocument,
  PublishDocument,
  RetractDocument,
  SubmitDocument,
  UpdateDocument,
} from './documents.ts';

export type Answer = SaveResultFragment | { __typename: 'NoAnswer'; message: string };

/** The record that a change was read from; null for one that is not written yet. */
export type Origin = { slug: string; version: number } | null;

/** Writes the fields. Nothing is lost where it fails: the answer says why, and the form stays as it is. */
export function saveInput(origin: Origin, input: api.CommitmentInput, reason: string): Promise<Answer> {
  const why = reason.trim() || null;
  return answerOf(async () =>
    origin
      ? (await queryFromBrowser(UpdateDocument, { ...origin, input, reason: why })).result
      : (await queryFromBrowser(CreateDocument, { input, reason: why })).result,
  );
}

export type Step = 'submit' | 'publish' | 'retract';

/** Moves the record to its next state. */
export function takeStep(step: Step, origin: NonNullable<Origin>, reason: string): Promise<Answer> {
  const why = reason.trim() || null;
  return answerOf(async () => {
    if (step === 'retract') {
      return (await queryFromBrowser(RetractDocument, { ...origin, reason: reason.trim() })).result;
    }
    const document = step === 'submit' ? SubmitDocument : PublishDocument;
    return (await queryFromBrowser(document, { ...origin, reason: why })).result;
  });
}

async function answerOf(ask: () => Promise<SaveResultFragment>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const message =
      error instanceof ApiError
        ? error.message
        : 'The server does not answer. Your text is still here; try again.';
    return { __typename: 'NoAnswer', message };
  }
}
