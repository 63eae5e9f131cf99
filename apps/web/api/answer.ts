import { ApiError } from './error.ts';

interface GraphQLAnswer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string; argument?: string } }[];
}

/** The data of a GraphQL answer; throws ApiError when there is any error in it. */
export async function requireData<Result>(response: Response): Promise<Result> {
  const requestId = response.headers.get('x-request-id');
  const answer = await response.json().catch(() => null);
  if (answer === null || typeof answer !== 'object') {
    throw new ApiError(`The API answered ${response.status} without JSON`, 'NO_JSON', requestId);
  }
  const { data, errors } = answer as GraphQLAnswer<Result>;
  const [first] = errors ?? [];
  if (first) {
    throw new ApiError(
      first.message,
      first.extensions?.code ?? 'UNKNOWN',
      first.extensions?.requestId ?? requestId,
      first.extensions?.argument ?? null,
    );
  }
  if (!data) throw new ApiError(`The API answered ${response.status} without data`, 'NO_DATA', requestId);
  return data;
}
