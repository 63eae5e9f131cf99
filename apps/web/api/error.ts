/** The API refused or failed. `requestId` finds the failure in the server's log; `argument` names what was refused. */
export class ApiError extends Error {
  readonly code: string;
  readonly requestId: string | null;
  readonly argument: string | null;
  /** What Next.js hands to the error page, whose readers can quote it; its own where there is no request. */
  readonly digest?: string;

  constructor(message: string, code: string, requestId: string | null, argument: string | null = null) {
    super(requestId ? `${message} (request ${requestId})` : message);
    this.name = 'ApiError';
    this.code = code;
    this.requestId = requestId;
    this.argument = argument;
    if (requestId) this.digest = requestId;
  }
}

/** For a record's own query, whose only argument is the record's name: a refusal means that there is none. */
export function nullIfRefused(error: unknown): null {
  if (error instanceof ApiError && error.code === 'BAD_USER_INPUT') return null;
  throw error;
}
