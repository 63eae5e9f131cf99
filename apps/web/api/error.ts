/** The API refused or failed. `requestId` finds the failure in the server's log. */
export class ApiError extends Error {
  readonly code: string;
  readonly requestId: string | null;

  constructor(message: string, code: string, requestId: string | null) {
    super(requestId ? `${message} (request ${requestId})` : message);
    this.name = 'ApiError';
    this.code = code;
    this.requestId = requestId;
  }
}
