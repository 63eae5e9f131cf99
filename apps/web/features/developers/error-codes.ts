export interface ErrorCode {
  code: string;
  meaning: string;
  remedy: string;
}

/** Every code that the API may answer with; a test compares them with its sources. */
export const errorCodes: ErrorCode[] = [
  {
    code: 'GRAPHQL_PARSE_FAILED',
    meaning: 'The question is not GraphQL.',
    remedy: 'The message names the place where reading stopped.',
  },
  {
    code: 'GRAPHQL_VALIDATION_FAILED',
    meaning: 'It asks for a field or an argument that the schema does not have.',
    remedy: 'Compare it with the schema; the message names the field.',
  },
  {
    code: 'OPERATION_RESOLUTION_FAILURE',
    meaning: 'Of several operations none is named, or one that is not there; or it is a subscription.',
    remedy: 'Give operationName, and ask by a query.',
  },
  {
    code: 'BAD_USER_INPUT',
    meaning: 'A value is out of bounds, or names something that is not there.',
    remedy: 'extensions.argument names the argument, the message what may stand there.',
  },
  {
    code: 'BAD_REQUEST',
    meaning: 'The request holds no question, or a body that is not JSON; or GET without its header.',
    remedy: 'The message says which.',
  },
  {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    meaning: 'The body is told to be something other than JSON.',
    remedy: 'Send content-type: application/json.',
  },
  { code: 'BODY_TOO_LARGE', meaning: 'The body is larger than 1 MB.', remedy: 'Ask for less at a time.' },
  {
    code: 'FILE_TOO_LARGE',
    meaning: 'A file to be imported has more bytes, rows or columns than may be, or unpacks to far more.',
    remedy: 'The message names the limit; bring the file in parts.',
  },
  {
    code: 'FILE_UNREADABLE',
    meaning: 'A file to be imported is not what it is said to be.',
    remedy: 'The message names the place; save the file again, as CSV in UTF-8, XLSX or JSON.',
  },
  {
    code: 'IMPORT_NOT_READY',
    meaning: 'The import is at another step.',
    remedy: 'Check its rows before they are brought in, and wait until a step is over.',
  },
  {
    code: 'BATCHING_NOT_SUPPORTED',
    meaning: 'The body holds several questions at once.',
    remedy: 'Send each by itself, or ask for several fields in one.',
  },
  {
    code: 'METHOD_NOT_ALLOWED',
    meaning: 'A change was asked for by GET, or the method is none of GET and POST.',
    remedy: 'Use the method that the allow header names.',
  },
  {
    code: 'NOT_ACCEPTABLE',
    meaning: 'The accept header takes no JSON.',
    remedy: 'Accept application/graphql-response+json or application/json.',
  },
  {
    code: 'ADDRESS_TOO_LONG',
    meaning: 'The address and the headers are longer than 16 kB together.',
    remedy: 'Send the question by POST.',
  },
  {
    code: 'NOT_FOUND',
    meaning: 'There is nothing at the address.',
    remedy: 'GraphQL is at /graphql itself.',
  },
  {
    code: 'PERSISTED_QUERY_NOT_FOUND',
    meaning: 'The hash is of a question that the API does not know, or knows no more.',
    remedy:
      'Send query and its hash together once; then the hash alone is enough. Clients do so by themselves.',
  },
  {
    code: 'QUERY_TOO_LONG',
    meaning: 'The question has more tokens than the limit.',
    remedy: 'extensions.asked and extensions.limit tell both; ask in parts.',
  },
  {
    code: 'QUERY_TOO_DEEP',
    meaning: 'Its fields are nested more deeply than the limit.',
    remedy: 'Ask for the inner records by a question of their own.',
  },
  {
    code: 'TOO_MANY_ALIASES',
    meaning: 'It renames more fields than the limit.',
    remedy: 'Ask in parts.',
  },
  {
    code: 'QUERY_TOO_DEAR',
    meaning: 'Its cost, as @cost and @listSize in the schema declare it, is over the limit.',
    remedy: 'Ask for fewer fields, or a smaller first; extensions.cost of every answer tells the cost.',
  },
  {
    code: 'QUERY_TOO_SLOW',
    meaning: 'It was stopped, in the database too, after extensions.limitSeconds.',
    remedy: 'Ask for fewer records, a shorter period, or in several questions.',
  },
  {
    code: 'RATE_LIMITED',
    meaning:
      'The allowance of this minute is used up; the RateLimit headers of every answer tell how much is left.',
    remedy: 'Wait as many seconds as Retry-After says, ask for less, or use a key.',
  },
  {
    code: 'TOO_MANY_EXPORTS',
    meaning: 'As many files as can be are being sent.',
    remedy: 'Ask again after as many seconds as Retry-After says.',
  },
  {
    code: 'KEY_UNKNOWN',
    meaning: 'There is no such key.',
    remedy: 'Send it whole, as authorization: Bearer muster_…, or leave the header out.',
  },
  {
    code: 'KEY_EXPIRED',
    meaning: 'The days of the key are over.',
    remedy: 'Ask an administrator for another, or ask without.',
  },
  {
    code: 'KEY_REVOKED',
    meaning: 'The key was taken back.',
    remedy: 'Ask an administrator for another, or ask without.',
  },
  {
    code: 'KEY_OUT_OF_SCOPE',
    meaning: 'The key is good for something else; the message says what.',
    remedy: 'Ask an administrator for one with this scope, or ask without.',
  },
  {
    code: 'RECORD_CONTRADICTS',
    meaning: 'Published records contradict one another, so that nothing can be added up.',
    remedy: 'extensions.records names them; an editor has to mend them.',
  },
  {
    code: 'UNAUTHENTICATED',
    meaning: 'It asks for records that are not published, and nobody is signed in.',
    remedy: 'Leave these fields out, or sign in.',
  },
  {
    code: 'FORBIDDEN',
    meaning: 'A page of another site sent a change for somebody who is signed in.',
    remedy: 'Send changes from the pages of this site.',
  },
  {
    code: 'DATABASE_UNAVAILABLE',
    meaning: 'The database cannot be reached, or has nobody free to answer.',
    remedy:
      'Ask again after as many seconds as Retry-After says; after a change, look first whether it was made.',
  },
  {
    code: 'STORAGE_FULL',
    meaning: 'The database has no room left; nothing was changed.',
    remedy: 'Ask again later; whoever runs the server has to make room.',
  },
  {
    code: 'INTERNAL_SERVER_ERROR',
    meaning: 'Something went wrong on our side.',
    remedy: 'Quote extensions.requestId when you report it.',
  },
];
