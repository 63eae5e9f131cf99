import { mkdirSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { typeDefs } from './src/sdl.ts';

// What the typed client's types are inferred from. gql.tada's own command needs a TypeScript that can be called as a
// library, which TypeScript 7 is not.
const folder = new URL('./src/generated/', import.meta.url);
const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(typeDefs)));
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('introspection.d.ts', folder),
  outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
);
