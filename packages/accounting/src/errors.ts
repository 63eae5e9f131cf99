export type AccountingErrorCode =
  | 'UNKNOWN_ID'
  | 'DUPLICATE_ID'
  | 'CYCLE'
  | 'BAD_WINDOW'
  | 'BAD_RANGE'
  | 'BAD_DATE';

/** A record that cannot be added up. `ids` are the figures at fault; the message names them or the bad value. */
export class AccountingError extends Error {
  readonly code: AccountingErrorCode;
  readonly ids: string[];

  constructor(code: AccountingErrorCode, message: string, ids: string[] = []) {
    super(message);
    this.name = 'AccountingError';
    this.code = code;
    this.ids = ids;
  }
}
