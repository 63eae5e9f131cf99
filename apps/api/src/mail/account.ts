import { z } from 'zod';

/** The mail server, and who sends there. */
export interface MailServer {
  host: string;
  port: number;
  /** Encrypted from the first byte (`smtps:`), not by STARTTLS. */
  isSecure: boolean;
  /** Null: the server takes mail from whoever reaches it. */
  login: { user: string; pass: string } | null;
}

export interface Mailbox {
  /** Empty where there is none. */
  name: string;
  address: string;
}

/** What mail needs. */
export interface MailSettings {
  server: MailServer;
  sender: Mailbox;
  /** Milliseconds after which an answer waits for the mail server no longer. */
  withinMs: number;
}

const DEFAULT_PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

const HOST = /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[a-f\d:.]+\])$/i;

/** Reads `smtp://user:password@host:port` or `smtps://…`; null where it is neither. What was given is in no error: it holds a password. */
export function findMailServer(text: string): MailServer | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return null;
  if (!HOST.test(hostname) || !['', '/'].includes(pathname) || search !== '' || hash !== '') return null;
  if ((username === '') !== (password === '')) return null;
  const [user, pass] = [decode(username), decode(password)];
  if (user === null || pass === null) return null;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? DEFAULT_PORTS[protocol] : Number(port),
    isSecure: protocol === 'smtps:',
    login: user === '' ? null : { user, pass },
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Reads `Muster <record@example.org>`, or the address alone; null where it is neither. */
export function findMailbox(text: string): Mailbox | null {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  if (/\p{Cc}/u.test(name) || !z.email().safeParse(address.trim()).success) return null;
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
}
