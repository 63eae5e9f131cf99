import type { FastifyBaseLogger } from 'fastify';
import { createTransport } from 'nodemailer';
import type { Mailbox, MailServer, MailSettings } from './account.ts';

/** Plain text for one person. */
export interface Letter {
  to: Mailbox;
  subject: string;
  text: string;
}

export interface Mailer {
  /**
   * Whether the mail server took the letter in time. Never throws: why it did not is logged, without the letter, its
   * recipient or what the mail server said. `requestId` ties the line to the question.
   */
  send(letter: Letter, requestId: string): Promise<boolean>;
}

interface MailerParts extends MailSettings {
  log: FastifyBaseLogger;
}

// By the library's codes.
const TROUBLES: Record<string, string> = {
  EAUTH: 'The mail server refuses the user or the password of MUSTER_SMTP_URL',
  ENOAUTH: 'The mail server takes no password; leave user and password out of MUSTER_SMTP_URL',
  ETLS: 'The mail server of MUSTER_SMTP_URL offers no encryption that can be trusted',
  EDNS: 'The mail server of MUSTER_SMTP_URL is not found',
  ECONNECTION: 'The mail server of MUSTER_SMTP_URL cannot be reached',
  ESOCKET: 'The mail server of MUSTER_SMTP_URL cannot be reached',
  ETIMEDOUT: 'The mail server of MUSTER_SMTP_URL does not answer in time',
  EABORT: 'The mail server of MUSTER_SMTP_URL does not answer in time',
  EENVELOPE: 'The mail server refuses the recipient, or MUSTER_MAIL_FROM',
};

/** Sends by the mail server of the settings, one connection to a letter. */
export function createMailer({ server, sender, withinMs, log }: MailerParts): Mailer {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    ...(server.login && { auth: server.login, forceAuth: true }),
    // Else whoever stands between could have the password sent in the clear; on this machine nobody does, and
    // certificates are seldom ones to be trusted.
    requireTLS: server.login !== null && !isHere(server),
    ignoreTLS: isHere(server),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }, requestId) => {
      try {
        await transport.sendMail({
          from: sender,
          to,
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(withinMs),
        });
        return true;
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        const trouble = (code && TROUBLES[code]) ?? 'The mail server did not take a mail';
        log.warn({ reqId: requestId, mail: { code, responseCode } }, `${trouble}: a link was not mailed`);
        return false;
      }
    },
  };
}

function isHere({ host }: MailServer): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}
