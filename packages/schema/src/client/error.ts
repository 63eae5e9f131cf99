/** One of the errors that an answer tells. */
export interface Problem {
  message: string;
  /** One of the codes listed at /developers, such as BAD_USER_INPUT. */
  code: string;
  /** The argument at fault, where there is one: `filter.country`. */
  argument: string | undefined;
  /** The field of the answer that it is about; undefined where nothing was executed. */
  path: readonly (string | number)[] | undefined;
}

/** A question that was refused, or failed; with what is told of it. */
export class MusterError extends Error {
  override readonly name = 'MusterError';
  /** The code of the first problem. */
  readonly code: string;
  /** Every problem, in the order told; at least one. */
  readonly problems: readonly Problem[];
  /** Status of the HTTP reply. */
  readonly status: number;
  /** To be quoted where a fault is reported; null where the reply told none. */
  readonly requestId: string | null;
  /** Seconds to wait before the same question may be asked again; null where no wait was asked for. */
  readonly retryAfter: number | null;

  constructor(problems: readonly Problem[], response: Response) {
    super(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
    this.code = problems[0]?.code ?? 'UNKNOWN';
    this.problems = problems;
    this.status = response.status;
    this.requestId = response.headers.get('x-request-id');
    this.retryAfter = readRetryAfter(response.headers.get('retry-after'));
  }
}

/** Seconds, or a date of HTTP. */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

interface ToldError {
  message?: string;
  path?: (string | number)[];
  extensions?: { code?: string; argument?: string };
}

/** What a reply's body tells; a reply that is not the API's is one problem by its status. */
export function readProblems(errors: readonly ToldError[] | undefined, { status }: Response): Problem[] {
  const told = errors ?? [{ message: `The reply (status ${status}) is not one of the API.` }];
  return told.map(({ message = '', path, extensions }) => ({
    message,
    code: extensions?.code ?? 'UNKNOWN',
    argument: extensions?.argument,
    path,
  }));
}
