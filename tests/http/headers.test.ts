import { expect, inject, test } from 'vitest';

const origin = inject('origin');
const open = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
const policyOf = ({ headers }: Response) => headers.get('content-security-policy') ?? '';
const readNonce = (policy: string) => /'nonce-([\w-]+)'/.exec(policy)?.[1];

test.each(['/', '/admin/sign-in', '/no-such-page', '/commitments/none', '/developers/query'])(
  '%s runs no script but what carries the nonce of its answer',
  async (path) => {
    const [page, again] = [await open(path), await open(path)];
    const policy = policyOf(page);
    const nonce = readNonce(policy);
    expect(nonce).toMatch(/^[\w-]{22}$/);
    expect(readNonce(policyOf(again))).not.toBe(nonce);
    const scripts = (await page.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(policy).not.toMatch(/unsafe-eval|(script|default)-src[^;]*'unsafe-inline'/);
    for (const rule of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(page.headers.has('strict-transport-security')).toBe(false);
    expect(page.headers.has('x-powered-by')).toBe(false);
  },
);

test('what a caller says the policy is, it is not', async () => {
  const page = await open('/methodology', { 'content-security-policy': "script-src 'nonce-chosen'" });
  expect(policyOf(page)).not.toContain('chosen');
  expect(await page.text()).not.toContain('nonce="chosen"');
});

test('an embed may be framed by anybody, and runs our one file of script', async () => {
  const embed = await open('/embed/programs/focac');
  expect(policyOf(embed)).toContain("script-src 'self'; ");
  expect(policyOf(embed)).not.toContain('frame-ancestors');
  expect(embed.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(await embed.text()).not.toMatch(/<script(?! src="\/embed\.js")/);
});

test.each([
  '/chart.svg',
  '/commitments.csv',
  '/data/counts.json',
  '/changes.atom',
  '/schema.graphql',
  '/healthz',
])('%s, opened by itself, runs nothing', async (path) => {
  const file = await open(path);
  expect(file.status).toBe(200);
  expect(policyOf(file)).toMatch(/^default-src 'none'; .*frame-ancestors 'none'; sandbox$/);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  await file.body?.cancel();
});

test('an answer that changes nothing leaves the policy of the first', async () => {
  const first = await open('/schema.graphql');
  const again = await open('/schema.graphql', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, policyOf(again)]).toEqual([304, '']);
});
