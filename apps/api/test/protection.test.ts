import { afterEach, expect, test } from 'vitest';
import { openServer } from './support/newsroom.ts';

let close = async () => {};
afterEach(() => close());

test.each([
  ['https://muster.example', 'max-age=31536000'],
  ['http://localhost:3000', undefined],
])('of %s browsers remember %s', async (publicUrl, remembered) => {
  const server = await openServer('pglite', { publicUrl });
  ({ close } = server);
  for (const url of [
    '/graphql?query={__typename}',
    '/healthz',
    '/schema.graphql',
    '/data/none.csv',
    '/api/setup',
  ]) {
    const { headers } = await server.app.inject(url);
    expect([url, headers['strict-transport-security']]).toEqual([url, remembered]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*frame-ancestors 'none'; sandbox$/,
    );
  }
});
