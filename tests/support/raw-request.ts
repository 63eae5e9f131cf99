import { connect } from 'node:net';

export interface RawAnswer {
  /** Of the first answer; 0 where the connection was closed without one. */
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How many answers came. */
  answers: number;
}

/** Sends bytes as they are, which no client would, and reads whatever comes back until the server closes. */
export function sendRaw(origin: string, lines: readonly string[], body = ''): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('latin1');
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(readAnswer(text)));
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1');
  });
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
    answers: text.match(/^HTTP\/1\.1 (?!100)/gm)?.length ?? 0,
  };
}
