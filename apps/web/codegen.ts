import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { Date: 'string', DateTime: 'string', URL: 'string', SafeInt: 'number' };

const config: CodegenConfig = {
  schema: '../../packages/schema/sdl/*.graphql',
  documents: ['api/**/*.ts', 'app/**/*.{ts,tsx}', 'features/**/*.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    // Every type of the contract, for what is written without a query at hand: formatters, props.
    'generated/contract.ts': {
      plugins: ['typescript'],
      config: { enumsAsTypes: true, useTypeImports: true, skipTypename: true, strictScalars: true, scalars },
    },
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars,
      },
    },
  },
};

export default config;
