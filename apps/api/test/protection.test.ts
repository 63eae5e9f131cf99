import { expect, test } from 'vitest';
import { openServer } from './support/newsroom.ts';

test('with an https address every answer tells browsers to keep to it, and to guess no types', async () => {
  const { app, close } = await openServer('pglite', { publicUrl: 'https://muster.example' });
  for (const url of [
    '/graphql?query={__typename}',
    '/healthz',
    '/schema.graphql',
    '/data/none.csv',
    '/api/setup',
  ]) {
    const { headers } = await app.inject(url);
    expect([url, headers['strict-transport-security']]).toEqual([url, 'max-age=31536000']);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*frame-ancestors 'none'; sandbox$/,
    );
  }
  await close();
});
