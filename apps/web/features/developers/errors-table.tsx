import { type Column, DataTable } from '@/ui/data-table.tsx';

interface ErrorCode {
  code: string;
  meaning: string;
  remedy: string;
}

/** Codes that readers of the public record may meet. */
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
    code: 'RECORD_CONTRADICTS',
    meaning: 'Published records contradict one another, so that nothing can be added up.',
    remedy: 'extensions.records names them; an editor has to mend them.',
  },
  {
    code: 'INTERNAL_SERVER_ERROR',
    meaning: 'Something went wrong on our side.',
    remedy: 'Quote extensions.requestId when you report it.',
  },
];

const columns: Column<ErrorCode>[] = [
  { key: 'code', label: 'Code', width: '30%', cell: ({ code }) => <code>{code}</code> },
  { key: 'meaning', label: 'What it means', width: '38%', cell: ({ meaning }) => meaning },
  { key: 'remedy', label: 'What to do', cell: ({ remedy }) => remedy },
];

export function ErrorsTable() {
  return (
    <DataTable caption="Codes of errors" columns={columns} rows={errorCodes} rowKey={({ code }) => code} />
  );
}
