import { z } from 'zod';

const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be 0 to 65535')
  .max(65535, 'must be 0 to 65535');

const environment = z.object({
  MUSTER_PORT: port.default(3000),
  MUSTER_HOST: z.string().min(1).default('127.0.0.1'),
  MUSTER_DATA_DIR: z.string().min(1).default('.muster/data'),
  DATABASE_URL: z.string().min(1).optional(),
  MUSTER_PUBLIC_URL: z.url('must be an absolute address').optional(),
  MUSTER_WEB_ORIGIN: z.url('must be an absolute address').optional(),
  MUSTER_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  MUSTER_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  /** The address readers use, without a trailing slash. */
  publicUrl: string;
  /** Where the Next.js process listens; requests that are not the API's are passed on to it. */
  webOrigin: string | undefined;
  /** Signs session cookies; null: one is made and kept in the data folder. */
  secret: string | null;
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
    publicUrl: (e.MUSTER_PUBLIC_URL ?? `http://localhost:${e.MUSTER_PORT}`).replace(/\/$/, ''),
    webOrigin: e.MUSTER_WEB_ORIGIN,
    secret: e.MUSTER_SECRET ?? null,
    logLevel: e.MUSTER_LOG_LEVEL,
  };
}
