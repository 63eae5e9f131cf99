import type { Answer, Newsroom } from './newsroom.ts';
import type { Person } from './people.ts';

export { makeClaim, makeInput } from './commitment-input.ts';

const RESULT = `
  __typename
  ... on CommitmentSaved { commitment { slug title state version publishedAt knownOn quantity { low high } } }
  ... on ValidationFailed { problems { path message } }
  ... on VersionConflict { currentVersion changedBy current { ... on Commitment { slug title version } } }
  ... on NotAllowed { message }
  ... on NotFound { message }`;

export const CREATE = `mutation ($input: CommitmentInput!, $reason: String) {
  result: createCommitment(input: $input, reason: $reason) {${RESULT}} }`;

export const UPDATE = `mutation ($slug: String!, $version: Int!, $input: CommitmentInput!, $reason: String) {
  result: updateCommitment(slug: $slug, version: $version, input: $input, reason: $reason) {${RESULT}} }`;

const move = (
  name: string,
  reason: string,
) => `mutation ($slug: String!, $version: Int!, $reason: ${reason}) {
  result: ${name}(slug: $slug, version: $version, reason: $reason) {${RESULT}} }`;

export const SUBMIT = move('submitCommitment', 'String');
export const PUBLISH = move('publishCommitment', 'String');
export const RETRACT = move('retractCommitment', 'String!');

/** A union as the query asks for it; each test knows which member. */
export type Result = any;

export function resultOf({ data, errors }: Answer): Result {
  if (!data?.result) throw new Error(`no result: ${JSON.stringify(errors)}`);
  return data.result;
}

/** Moves and writes records as one of the newsroom's people. */
export function writeAs({ ask }: Pick<Newsroom, 'ask'>, person: Person | null) {
  const send = async (query: string, variables: object) => resultOf(await ask(person, query, variables));
  return {
    create: (input: unknown, reason?: string): Promise<Result> => send(CREATE, { input, reason }),
    update: (slug: string, version: number, input: unknown, reason?: string): Promise<Result> =>
      send(UPDATE, { slug, version, input, reason }),
    submit: (slug: string, version: number): Promise<Result> => send(SUBMIT, { slug, version }),
    publish: (slug: string, version: number, reason?: string): Promise<Result> =>
      send(PUBLISH, { slug, version, reason }),
    retract: (slug: string, version: number, reason = 'wrong'): Promise<Result> =>
      send(RETRACT, { slug, version, reason }),
  };
}
