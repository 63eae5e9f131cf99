// A client for programs in TypeScript, typed by the contract: see `createClient` and `graphql`.
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { type Client, type ClientOptions, createClient, type Page } from './client.ts';
export { graphql } from './document.ts';
export { MusterError, type Problem } from './error.ts';
