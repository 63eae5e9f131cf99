import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as it came over the wire. */
export interface ReceivedLetter {
  /** Of the envelope. */
  from: string;
  to: string[];
  headers: string[];
  body: string;
}

export interface MailServer {
  /** With user and password, where it asks for them. */
  url: string;
  port: number;
  letters: ReceivedLetter[];
  /** How often somebody showed a password. */
  logins: number;
  close(): Promise<void>;
}

interface MailServerParts extends SMTPServerOptions {
  login?: { user: string; pass: string };
}

/** A real SMTP server that keeps what it takes. */
export async function startMailServer({ login, ...options }: MailServerParts = {}): Promise<MailServer> {
  const letters: ReceivedLetter[] = [];
  let logins = 0;
  const server = new SMTPServer({
    logger: false,
    disabledCommands: ['STARTTLS'],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => {
      logins += 1;
      const isRight = username === login?.user && password === login?.pass;
      done(isRight ? null : new Error('Wrong user or password'), { user: username });
    },
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        const [head = '', ...parts] = raw.split('\r\n\r\n');
        letters.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          headers: head.replaceAll(/\r\n\s+/g, ' ').split('\r\n'),
          body: readQuotedPrintable(parts.join('\r\n\r\n')).replaceAll('\r\n', '\n'),
        });
        done();
      }, done);
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const credentials = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : '';
  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    port,
    letters,
    get logins() {
      return logins;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
