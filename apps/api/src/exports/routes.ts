import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keptFor, OPEN, readAsker, VARY } from '../http/cache-headers.ts';
import { readCodeVersion } from '../http/code-version.ts';
import { compressAnswers } from '../http/compression.ts';
import type { RecordStamp } from '../http/record-stamp.ts';
import { listTags, writeTag } from '../http/shared-answers.ts';
import { takeAllowance } from '../limits/allowance.ts';
import { identifyCaller } from '../limits/fair-use.ts';
import { charges } from '../limits/limits.ts';
import { LICENCE } from '../modules/dataset/words.ts';
import { openReading } from '../modules/export/queries/reading.ts';
import { costOfRows } from './allowance.ts';
import { addressOf, describeFile, nameFile, writeMetadata } from './description.ts';
import { FORMATS, type Format } from './formats/index.ts';
import { type Question, type QuestionParts, readQuestion } from './question.ts';
import { refuse, replyToRefusal } from './refusals.ts';
import { streamRows } from './stream.ts';
import type { Table } from './table.ts';
import { TABLES } from './tables/index.ts';

/** Each holds a connection of PostgreSQL's pool while its reader reads. */
const MOST_AT_ONCE = 3;

/** Beside what is exposed of every public answer: how much there is, and what it is. */
const EXPOSED = {
  ...OPEN,
  'access-control-expose-headers': `${OPEN['access-control-expose-headers']}, x-total-count, content-disposition, link`,
};

export interface ExportParts extends QuestionParts {
  record: RecordStamp;
}

/** `/data/commitments.csv?provider=china` and its neighbours: a table as a file, whole or filtered, sent as it is read. */
export async function exportRoutes(app: FastifyInstance, parts: ExportParts): Promise<void> {
  const { record, today, publicUrl } = parts;
  const basis = [readCodeVersion(), publicUrl];
  let running = 0;
  await compressAnswers(app);
  app.setErrorHandler(replyToRefusal);
  app.addHook('preHandler', identifyCaller('FILES'));

  for (const table of TABLES) {
    for (const format of FORMATS) {
      app.get(`/data/${table.name}.${format.ending}`, (request, reply) =>
        answer(request, reply, table, (question) => sendFile(question, format, request, reply)),
      );
    }
    app.get(`/data/${table.name}.metadata.json`, (request, reply) =>
      answer(request, reply, table, (question) => sendMetadata(question, reply)),
    );
  }
  app.get<{ Params: { file: string } }>('/data/:file(^[^/]+\\.(?:csv|json|xlsx|parquet)$)', () => {
    const [names, endings] = [TABLES.map(({ name }) => name), FORMATS.map(({ ending }) => ending)];
    throw refuse(
      404,
      'NOT_FOUND',
      `No such table. There are ${names.join(', ')}, each as ${endings.join(', ')} and with its metadata.json.`,
    );
  });

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    table: Table,
    send: (question: Question) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const tag = writeTag([...basis, await record.read(), today(), request.url]);
    const headers = {
      ...EXPOSED,
      'cache-control': keptFor[readAsker(request.headers)],
      vary: VARY,
      etag: tag,
    };
    if (listTags(request.headers['if-none-match']).includes(tag)) {
      await takeAllowance(request, reply, charges.kept);
      return reply.headers(headers).code(304).send();
    }
    await takeAllowance(request, reply, charges.question);
    const question = await readQuestion(request, reply, table, parts);
    reply.headers({ ...headers, link: writeLinks(question) });
    return send(question);
  }

  async function sendFile(
    question: Question,
    format: Format,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (running >= MOST_AT_ONCE) {
      reply.header('retry-after', '10');
      throw refuse(
        503,
        'TOO_MANY_EXPORTS',
        'As many files as can be are being sent; ask again in ten seconds.',
      );
    }
    running++;
    const reading = await openReading(question.ctx).catch((error) => {
      running--;
      throw error;
    });
    let isOpen = true;
    const end = async () => {
      if (!isOpen) return;
      isOpen = false;
      running--;
      await reading.close();
    };
    try {
      const rows = await question.open.count(reading);
      reply.type(format.mediaType).headers({
        'x-total-count': rows,
        'content-disposition': `attachment; filename="${nameFile(question.ctx, question, reading, format.ending)}"`,
      });
      if (request.method === 'HEAD') {
        await end();
        // A stream: the length of the file is not known, and is not none.
        return reply.send(Readable.from([], { objectMode: false }));
      }
      await takeAllowance(request, reply, costOfRows(rows));
      const about = describeFile(question.ctx, question, reading);
      const written = format.write(question.table.columns, question.open.read(reading), about);
      return reply.send(streamRows(written, reply, end));
    } catch (error) {
      await end();
      throw error;
    }
  }

  async function sendMetadata(question: Question, reply: FastifyReply): Promise<FastifyReply> {
    const reading = await openReading(question.ctx);
    try {
      const rows = await question.open.count(reading);
      reply.type('application/json; charset=utf-8').header('x-total-count', rows);
      return reply.send(writeMetadata(question.ctx, question, { ...reading, rows }));
    } finally {
      await reading.close();
    }
  }
}

function writeLinks(question: Question): string {
  const metadata = addressOf(question.ctx, question, 'metadata.json');
  return `<${metadata}>; rel="describedby"; type="application/json", <${LICENCE.url}>; rel="license"`;
}
