import { scalars } from './scalars.ts';

/** Every module's resolvers, in the order of the contract's files. */
export const resolvers = [scalars];
