import type { ApolloServerPlugin } from '@apollo/server';
import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import type { Context } from './context.ts';
import { InputError } from './errors.ts';

/** A statement of PostgreSQL takes 32,767 parameters; nothing that is read needs as many names. */
const MOST_VALUES = 1_000;

// Nothing was executed: without this, what a plugin throws would be answered with 500.
const REFUSED = { http: { status: 400 } };

/** Refuses, once for every argument, what no argument can hold: U+0000, halves of characters, lists without bounds. */
export const checkRequests: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, document, request: { variables } }) => {
      if (operation && !schema.getRootType(operation.operation)) {
        throw new GraphQLError(`There are no ${operation.operation}s here: ask with a query.`, {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE', ...REFUSED },
        });
      }
      checkLiterals(document);
      checkVariables(variables ?? {});
    },
  }),
};

function checkLiterals(document: DocumentNode): void {
  visit(document, {
    [Kind.STRING]: (node) => checkText('query', node.value, node),
    [Kind.LIST]: (node) => checkLength('query', node.values, node),
  });
}

function checkVariables(variables: object): void {
  checkValues('variables', variables);
}

/** Throws InputError for what no argument can hold, naming where within `argument` it stands. */
export function checkValues(argument: string, values: unknown): void {
  // A stack of its own: a body of 1 MB can nest deeper than calls can.
  const pending: [path: string, value: unknown][] = [[argument, values]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [path, value] = next;
    if (typeof value === 'string') checkText(path, value);
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) checkLength(path, value);
    for (const [name, part] of Object.entries(value)) pending.push([`${path}.${name}`, part]);
  }
}

function checkText(argument: string, text: string, node?: ASTNode): void {
  if (text.includes('\0')) refuse(argument, 'holds the character U+0000; leave it out', node);
  if (!text.isWellFormed()) refuse(argument, 'holds half of a character; write the text anew', node);
}

function checkLength(argument: string, { length }: readonly unknown[], node?: ASTNode): void {
  if (length > MOST_VALUES) refuse(argument, `a list of ${length} values; give at most ${MOST_VALUES}`, node);
}

function refuse(argument: string, message: string, node: ASTNode | undefined): never {
  throw new InputError(argument, message, REFUSED, node);
}
