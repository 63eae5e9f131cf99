import pg from 'pg';
import type { ChannelListeners } from './database.ts';
import type { PostgresTarget } from './postgres-url.ts';

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 10_000;

interface ListenOptions {
  config: pg.ClientConfig;
  target: PostgresTarget;
  channel: string;
  listeners: ChannelListeners;
  log: (message: string) => void;
}

/** LISTEN on a connection of its own, which comes back by itself. Resolves once it listens. */
export async function listenToChannel(options: ListenOptions): Promise<() => Promise<void>> {
  const { target, channel, listeners, log } = options;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect() {
    const next = new pg.Client(options.config);
    next.on('notification', ({ payload }) => listeners.onMessage(payload ?? ''));
    next.on('error', () => {});
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    if (stopped) return next.end();
    next.once('end', () => reconnect(FIRST_DELAY_MS));
    client = next;
  }

  function reconnect(delay: number) {
    if (stopped) return;
    if (delay === FIRST_DELAY_MS) log(`lost the listening connection to ${target.label}; reconnecting`);
    timer = setTimeout(async () => {
      try {
        await connect();
        if (!stopped) listeners.onGap?.();
      } catch {
        reconnect(Math.min(delay * 2, LONGEST_DELAY_MS));
      }
    }, delay);
    timer.unref();
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}
