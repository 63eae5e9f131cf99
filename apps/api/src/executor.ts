import type { ApolloServerOptions } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { type DocumentNode, execute, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from './context.ts';

/** Compiling takes some milliseconds and memory: not for a question that is asked once or twice. */
const COMPILED_AFTER = 3;
const MOST_QUESTIONS = 500;

interface Known {
  asked: number;
  /** Null: not yet; false: it cannot be. */
  compiled: CompiledQuery | null | false;
}

type SchemaParts = Parameters<typeof makeExecutableSchema>[0];

/**
 * The schema as Apollo takes one together with its executor. Queries that are asked again and again are executed by code
 * made for each, which skips what an executor finds out anew at every field; all else, changes among it, in the usual way.
 * See decision 0038. `after`: from which time on that it is asked.
 */
export function executeCompiled(
  parts: SchemaParts,
  after = COMPILED_AFTER,
): Pick<ApolloServerOptions<Context> & { gateway: object }, 'gateway'> {
  const schema = makeExecutableSchema(parts);
  const questions = new LRUCache<string, Known>({ max: MOST_QUESTIONS });

  function find(name: string, compile: () => CompiledQuery | false): CompiledQuery | null | false {
    const known = questions.get(name) ?? { asked: 0, compiled: null };
    known.asked += 1;
    if (known.compiled === null && known.asked >= after) known.compiled = compile();
    questions.set(name, known);
    return known.compiled;
  }

  return {
    gateway: {
      onSchemaLoadOrUpdate(tell) {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      load: async () => ({
        async executor({ document, operation, operationName, queryHash, request, context }) {
          const variableValues = request.variables ?? {};
          const compiled =
            operation.operation === OperationTypeNode.QUERY &&
            find(`${queryHash} ${operationName ?? ''}`, () => compile(schema, document, operationName));
          if (compiled) {
            const result = await compiled.query(undefined, context, variableValues);
            // Without data nothing was executed: the variables were wrong, which Apollo reads from graphql-js's own error.
            if (result.data !== undefined) {
              return result.errors ? { ...result, errors: result.errors.map(toOwnError) } : result;
            }
          }
          return execute({ schema, document, operationName, variableValues, contextValue: context });
        },
      }),
      stop: async () => {},
    },
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null) {
  try {
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    return isCompiledQuery(compiled) && compiled;
  } catch {
    return false;
  }
}

/** As graphql-js makes them, which is what others look for. */
function toOwnError({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError });
  Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
  return error;
}
