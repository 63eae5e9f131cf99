import { isIP } from 'node:net';
import { z } from 'zod';
import { ALLOWANCE } from './limits/limits.ts';
import { findMailbox, findMailServer, type MailSettings } from './mail/account.ts';

const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be 0 to 65535')
  .max(65535, 'must be 0 to 65535');

function seconds(least: number, most: number) {
  const message = `must be ${least} to ${most} seconds`;
  return z.coerce.number(message).min(least, message).max(most, message);
}

const environment = z.object({
  MUSTER_PORT: port.default(3000),
  MUSTER_HOST: z.string().min(1).default('127.0.0.1'),
  MUSTER_DATA_DIR: z.string().min(1).default('.muster/data'),
  DATABASE_URL: z.string().min(1).optional(),
  MUSTER_DATABASE_CONNECTIONS: z.coerce
    .number('must be a whole number, 6 to 500')
    .int('must be a whole number, 6 to 500')
    .min(6, 'must be a whole number, 6 to 500')
    .max(500, 'must be a whole number, 6 to 500')
    .default(20),
  MUSTER_PUBLIC_URL: z.url('must be an absolute address').optional(),
  MUSTER_WEB_ORIGIN: z.url('must be an absolute address').optional(),
  MUSTER_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  MUSTER_TRUST_PROXY: z.string().transform(readProxies).optional(),
  MUSTER_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  MUSTER_DRAIN_SECONDS: seconds(0, 600).default(0),
  MUSTER_STOP_SECONDS: seconds(1, 3600).default(20),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url('must be an absolute address').optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('muster'),
  MUSTER_RATE_LIMIT: z.coerce
    .number('must be a whole number, 0 for no limit')
    .int('must be a whole number, 0 for no limit')
    .min(0, 'must be a whole number, 0 for no limit')
    .default(ALLOWANCE),
  MUSTER_QUERY_SECONDS: z.coerce
    .number('must be a number of seconds, 0 for no limit')
    .min(0, 'must be a number of seconds, 0 for no limit')
    .max(3600, 'must be at most 3600 seconds')
    .default(15),
  MUSTER_DASHBOARD_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  MUSTER_DEVELOPMENT: z.stringbool('must be true or false').default(false),
  MUSTER_SMTP_URL: z.string().transform(readMailServer).optional(),
  MUSTER_MAIL_FROM: z.string().transform(readMailbox).optional(),
  MUSTER_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** Addresses and networks, or whether to believe the peer at so many hops from here. */
export type TrustProxy = string[] | ((address: string, hop: number) => boolean) | false;

export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  /** To PostgreSQL, at most, beside one that listens; half of them for readers' questions. */
  databaseConnections: number;
  /** The address readers use, without a trailing slash. */
  publicUrl: string;
  /** Where the Next.js process listens; requests that are not the API's are passed on to it. */
  webOrigin: string | undefined;
  /** Signs session cookies; null: one is made and kept in the data folder. */
  secret: string | null;
  /** Balancers in front, whose word on the caller's address is taken: how many, or their addresses. */
  trustProxy: TrustProxy;
  /** Who sends it reads /metrics; null: only this machine does. */
  metricsToken: string | null;
  /** Seconds between saying on /readyz that no more requests should come, and taking none. */
  drainSeconds: number;
  /** Seconds that requests in flight are then given to end. */
  stopSeconds: number;
  /** The OpenTelemetry collector that takes traces; null: none are made. */
  traceEndpoint: string | null;
  /** What traces call this process. */
  serviceName: string;
  /** Cost that a caller without a key may ask for in a minute; 0: no limit. A key has ten times that. */
  rateLimit: number;
  /** Milliseconds after which a question is stopped; 0: never. */
  queryMs: number;
  /** What the dashboard's process shows so that its questions are not counted as one caller's; null: they are. */
  dashboardToken: string | null;
  /** Whether the dashboard is Next.js' development server, which needs a wider policy of its pages. */
  isDevelopment: boolean;
  /** How links are mailed; null: nothing is. */
  mail: MailSettings | null;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Reads the API's settings. Throws an Error of one line that names the variable and the fix. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const e = parsed.data;
  return {
    port: e.MUSTER_PORT,
    host: e.MUSTER_HOST,
    dataDir: e.MUSTER_DATA_DIR,
    databaseUrl: e.DATABASE_URL,
    databaseConnections: e.MUSTER_DATABASE_CONNECTIONS,
    publicUrl: (e.MUSTER_PUBLIC_URL ?? `http://localhost:${e.MUSTER_PORT}`).replace(/\/$/, ''),
    webOrigin: e.MUSTER_WEB_ORIGIN,
    secret: e.MUSTER_SECRET ?? null,
    trustProxy: e.MUSTER_TRUST_PROXY ?? false,
    metricsToken: e.MUSTER_METRICS_TOKEN ?? null,
    drainSeconds: e.MUSTER_DRAIN_SECONDS,
    stopSeconds: e.MUSTER_STOP_SECONDS,
    traceEndpoint: e.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '') ?? null,
    serviceName: e.OTEL_SERVICE_NAME,
    rateLimit: e.MUSTER_RATE_LIMIT,
    queryMs: e.MUSTER_QUERY_SECONDS * 1000,
    dashboardToken: e.MUSTER_DASHBOARD_TOKEN ?? null,
    isDevelopment: e.MUSTER_DEVELOPMENT,
    mail: joinMail(e),
    logLevel: e.MUSTER_LOG_LEVEL,
  };
}

function joinMail({
  MUSTER_SMTP_URL: server,
  MUSTER_MAIL_FROM: sender,
}: z.infer<typeof environment>): MailSettings | null {
  if (server && !sender)
    throw new Error('MUSTER_MAIL_FROM must be set beside MUSTER_SMTP_URL: who mail is from');
  if (sender && !server)
    throw new Error('MUSTER_SMTP_URL must be set beside MUSTER_MAIL_FROM, or neither of them');
  return server && sender ? { server, sender, withinMs: 10_000 } : null;
}

function readMailServer(text: string, context: z.RefinementCtx) {
  return (
    findMailServer(text) ??
    refuse(
      context,
      'must be smtp://user:password@host:587 or smtps://user:password@host:465, without a path, and with user and password percent-encoded (@ is %40)',
    )
  );
}

function readMailbox(text: string, context: z.RefinementCtx) {
  return findMailbox(text) ?? refuse(context, 'must be an e-mail address, alone or as Name <address>');
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue(message);
  return z.NEVER;
}

/** `1`, or `10.0.0.0/8, ::1`; false for `0`. */
function readProxies(text: string, context: z.RefinementCtx): TrustProxy {
  // Fastify takes no bare number: whoever reaches the port directly is then believed as well. See decision 0006.
  if (/^\d{1,2}$/.test(text)) return Number(text) > 0 && ((_, hop) => hop < Number(text));
  const networks = text.split(',').map((network) => network.trim());
  if (networks.every(isNetwork)) return networks;
  return refuse(
    context,
    'must be a number of balancers, or addresses such as 10.0.0.0/8, with commas between them',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}
