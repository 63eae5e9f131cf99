import { ApolloServerErrorCode } from '@apollo/server/errors';
import { expect, test } from 'vitest';
import { errorCodes } from '../../apps/web/features/developers/error-codes.ts';
import { readSourceFiles } from './source-files.ts';

/** Of a feature that is turned on; and what is answered to a client that has hung up. */
const NEVER_GIVEN: string[] = [ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, 'CLIENT_GONE'];

test('the table of error codes lists every code that the API may give, once, and no other', () => {
  const sources = readSourceFiles('apps/api/src').filter(({ path }) => !path.includes('/generated/'));
  const written = sources.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:code: |refuse\(\s*\d{3},\s*)'([A-Z][A-Z_]+)'/g)].map(([, code]) => code),
  );
  const given = [...written, ...Object.values(ApolloServerErrorCode)];
  const expected = new Set(given.filter((code) => code !== undefined && !NEVER_GIVEN.includes(code)));
  expect(errorCodes.map(({ code }) => code).sort()).toEqual([...expected].sort());
});

test('each code has its meaning and its remedy, as sentences', () => {
  for (const { code, meaning, remedy } of errorCodes) {
    expect([code, meaning, remedy]).toEqual([
      code,
      expect.stringMatching(/\.$/),
      expect.stringMatching(/\.$/),
    ]);
  }
});
