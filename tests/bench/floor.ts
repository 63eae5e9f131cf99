// The floor: bare `node:http`, started by `servers.ts` as a process of its own. Answers a question by one prepared SQL
// statement whose only row holds the whole answer, or by bytes kept in memory.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';

export interface FloorOrder {
  databaseUrl: string;
  /** Prepared statements by name. */
  statements: Record<string, string>;
}

const TAG = '"floor"';
const { databaseUrl, statements } = JSON.parse(process.argv[2] ?? '{}') as FloorOrder;

// Compiling a plan costs more here than it saves; whoever writes one statement by hand finds that out.
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c jit=off' });
let kept = Buffer.alloc(0);

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    response.writeHead(500).end(error.message);
  });
});

/** `/sql/<statement>?values=["…"]`, `/bytes`, or PUT of the bytes to keep. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'PUT') {
    kept = Buffer.concat(await request.toArray());
    response.end();
  } else if (url.pathname === '/bytes') {
    if (request.headers['if-none-match'] === TAG) response.writeHead(304, { etag: TAG }).end();
    else send(response, kept);
  } else {
    const name = url.pathname.slice('/sql/'.length);
    const values = JSON.parse(url.searchParams.get('values') ?? '[]');
    const { rows } = await pool.query<{ answer: string }>({ name, text: statements[name] ?? '', values });
    send(response, Buffer.from(rows[0]?.answer ?? ''));
  }
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
