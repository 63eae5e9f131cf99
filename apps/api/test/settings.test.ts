import { expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';

test('believes nobody about the caller where nothing is said', () => {
  for (const MUSTER_TRUST_PROXY of [undefined, '', '0']) {
    expect(readSettings({ MUSTER_TRUST_PROXY }).trustProxy).toBe(false);
  }
});

test('takes balancers by address, or by how many there are', () => {
  expect(readSettings({ MUSTER_TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1']);
  const { trustProxy } = readSettings({ MUSTER_TRUST_PROXY: '2' });
  if (typeof trustProxy !== 'function') throw new Error('not a number of hops');
  expect([0, 1, 2].map((hop) => trustProxy('192.0.2.1', hop))).toEqual([true, true, false]);
});

test.each(['yes', '-1', '1.5', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '10.0.0.1,', 'example.org'])(
  'the balancer %j is refused by name',
  (MUSTER_TRUST_PROXY) => {
    expect(() => readSettings({ MUSTER_TRUST_PROXY })).toThrow(/^MUSTER_TRUST_PROXY must be/);
  },
);

test('traces go nowhere unless told where, and metrics have no token', () => {
  expect(readSettings({})).toMatchObject({ traceEndpoint: null, metricsToken: null, serviceName: 'muster' });
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318/', OTEL_SERVICE_NAME: 'muster-2' };
  expect(readSettings(env)).toMatchObject({
    traceEndpoint: 'http://localhost:4318',
    serviceName: 'muster-2',
  });
});

test('a process ends at once and waits 20 seconds for what is in flight, or as told', () => {
  expect(readSettings({})).toMatchObject({ drainSeconds: 0, stopSeconds: 20 });
  expect(readSettings({ MUSTER_DRAIN_SECONDS: '5', MUSTER_STOP_SECONDS: '60' })).toMatchObject({
    drainSeconds: 5,
    stopSeconds: 60,
  });
});

test.each([
  ['MUSTER_DRAIN_SECONDS', '-1'],
  ['MUSTER_STOP_SECONDS', '0'],
  ['MUSTER_DATABASE_CONNECTIONS', '5'],
  ['MUSTER_METRICS_TOKEN', 'too short'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost'],
])('%s=%j is refused by name', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must `));
});

test('mail is set by two variables, or not at all', () => {
  const MUSTER_MAIL_FROM = '"The record" <record@example.org>';
  expect(readSettings({}).mail).toBeNull();
  const url = 'smtp://muster%40example.org:p%40ss%2Fword@mail.example.org';
  expect(readSettings({ MUSTER_SMTP_URL: url, MUSTER_MAIL_FROM }).mail).toEqual({
    server: {
      host: 'mail.example.org',
      port: 587,
      isSecure: false,
      login: { user: 'muster@example.org', pass: 'p@ss/word' },
    },
    sender: { name: 'The record', address: 'record@example.org' },
    withinMs: 10_000,
  });
  const bare = readSettings({ MUSTER_SMTP_URL: 'smtps://[::1]/', MUSTER_MAIL_FROM: 'record@example.org' });
  expect(bare.mail).toMatchObject({
    server: { host: '::1', port: 465, isSecure: true, login: null },
    sender: { name: '', address: 'record@example.org' },
  });
  expect(() => readSettings({ MUSTER_SMTP_URL: url })).toThrow(/^MUSTER_MAIL_FROM must be set/);
  expect(() => readSettings({ MUSTER_MAIL_FROM })).toThrow(/^MUSTER_SMTP_URL must be set/);
});

test.each([
  'mail.example.org',
  'http://user:hidden@mail.example.org',
  'smtp://',
  'smtp://user@mail.example.org',
  'smtp://user:hidden@mail.example.org/path',
  'smtp://user:hidden@mail.example.org?logger=true',
  'smtp://user:hid#den@mail.example.org',
  'smtp://user:hidden%@mail.example.org',
  'smtp://user:hidden@mail.example.org:99999',
  'smtp://user:hidden@mail..$(x)',
])('the mail server %j is refused by name, without its password', (MUSTER_SMTP_URL) => {
  const read = () => readSettings({ MUSTER_SMTP_URL, MUSTER_MAIL_FROM: 'record@example.org' });
  expect(read).toThrow(/^MUSTER_SMTP_URL must be smtp:/);
  expect(read).not.toThrow(/hid/);
});

test.each(['record', 'The record <record>', 'a@example.org, b@example.org', 'X\r\nBcc: <a@example.org>'])(
  'mail from %j is refused by name',
  (MUSTER_MAIL_FROM) => {
    const read = () => readSettings({ MUSTER_SMTP_URL: 'smtp://localhost', MUSTER_MAIL_FROM });
    expect(read).toThrow(/^MUSTER_MAIL_FROM must be an e-mail address/);
  },
);
