import type { ApolloServerOptions } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from './context.ts';

/** Compiling takes some milliseconds and memory: not for a question that is asked once or twice. */
const COMPILED_AFTER = 3;
const MOST_QUESTIONS = 500;
/** Fragments counted where they are spread; making code for so many takes some thirty milliseconds. */
const MOST_FIELDS = 200;

interface Known {
  asked: number;
  /** Null: not yet; false: it cannot be. */
  compiled: CompiledQuery | null | false;
}

/** Of a question that Apollo has parsed and checked, what its execution takes. */
interface Question<Asker> {
  document: DocumentNode;
  /** None where its name is unknown, or missing among several: graphql-js tells of that. */
  operation: OperationDefinitionNode | undefined;
  /** Of the operation, whoever chose it. */
  operationName: string | null;
  queryHash: string;
  request: { operationName?: string | null; variables?: Record<string, unknown> };
  context: Asker;
}

export type Executor<Asker> = (question: Question<Asker>) => Promise<ExecutionResult>;

/** A schema with its executor, in the only form in which Apollo takes another than graphql-js': a gateway. */
export function executeBy(
  schema: GraphQLSchema,
  executor: Executor<Context>,
): Pick<ApolloServerOptions<Context> & { gateway: object }, 'gateway'> {
  return {
    gateway: {
      onSchemaLoadOrUpdate(tell) {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      load: async () => ({ executor: executor as Executor<object> }),
      stop: async () => {},
    },
  };
}

/**
 * Queries that are asked again and again are executed by code made for each, which skips what an executor finds out anew at
 * every field; all else, changes among it, by graphql-js. See decision 0038. `after`: from which time on that it is asked.
 */
export function createExecutor<Asker>(schema: GraphQLSchema, after = COMPILED_AFTER): Executor<Asker> {
  const questions = new LRUCache<string, Known>({ max: MOST_QUESTIONS });

  function find({ document, operation, operationName, queryHash }: Question<Asker>): Known['compiled'] {
    if (operation?.operation !== OperationTypeNode.QUERY) return false;
    const name = `${queryHash} ${operationName ?? ''}`;
    const known = questions.get(name) ?? { asked: 0, compiled: null };
    known.asked += 1;
    if (known.compiled === null && known.asked >= after) {
      known.compiled = canCompile(schema, document, operation) && compile(schema, document, operationName);
    }
    questions.set(name, known);
    return known.compiled;
  }

  return async (question) => {
    const { document, request, context: contextValue } = question;
    const variableValues = request.variables ?? {};
    const compiled = find(question);
    if (compiled) {
      const result = await compiled.query(undefined, contextValue, variableValues);
      // Without data nothing was executed: the variables were wrong, which Apollo reads from graphql-js's own error.
      if (result.data !== undefined) {
        return result.errors ? { ...result, errors: result.errors.map(toOwnError) } : result;
      }
    }
    const { operationName } = request;
    return execute({ schema, document, operationName, variableValues, contextValue });
  };
}

/**
 * Whether code for a query is made in milliseconds. For variables it is written out for each field of their types, and for
 * those within them: of a filter, which may hold others, that takes seconds.
 */
export function canCompile(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [], selectionSet }: OperationDefinitionNode,
): boolean {
  return (
    countFields(document, selectionSet, MOST_FIELDS) <= MOST_FIELDS &&
    variableDefinitions.every(({ type }) =>
      isLeafType(getNamedType(typeFromAST(schema, type as NamedTypeNode))),
    )
  );
}

/** Stops counting past `most`. */
function countFields(document: DocumentNode, { selections }: SelectionSetNode, most: number): number {
  let count = 0;
  for (const node of selections) {
    if (count > most) break;
    if (node.kind === Kind.FIELD) count += 1;
    const within =
      node.kind === Kind.FRAGMENT_SPREAD
        ? document.definitions.find(
            (it) => it.kind === Kind.FRAGMENT_DEFINITION && it.name.value === node.name.value,
          )
        : node;
    if (within && 'selectionSet' in within && within.selectionSet) {
      count += countFields(document, within.selectionSet, most - count);
    }
  }
  return count;
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
  const error = new GraphQLError(message, { path, originalError: originalError ?? new Error(message) });
  Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
  return error;
}
