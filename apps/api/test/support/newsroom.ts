import type { Database, DatabaseKind } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { createServer, type ServerParts } from '../../src/server.ts';
import { openEmpty } from './databases.ts';
import { createPerson, type Person, PUBLIC_URL } from './people.ts';

export const SECRET = 'the secret of the tests, long enough for it';

export interface Answer {
  status: number;
  /** As the query shapes it. */
  data: any;
  errors: { message: string; extensions: { code: string } }[];
}

/** A server with a few records to refer to, somebody of each role, and all that it logs. */
export interface Newsroom {
  db: Database;
  app: FastifyInstance;
  logs: string[];
  editor: Person;
  reviewer: Person;
  admin: Person;
  ask(person: Person | null, query: string, variables?: object, headers?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** A server on an empty database. */
export async function openServer(kind: DatabaseKind, settings: Partial<ServerParts['settings']> = {}) {
  const db = await openEmpty(kind);
  const logs: string[] = [];
  const app = await createServer({
    db,
    settings: { logLevel: 'debug', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET, ...settings },
    logTo: { write: (line) => void logs.push(line) },
  });
  const close = async () => {
    await app.close();
    await db.close();
  };
  return { db, app, logs, close };
}

export async function openNewsroom(
  kind: DatabaseKind,
  settings: Partial<ServerParts['settings']> = {},
): Promise<Newsroom> {
  const server = await openServer(kind, settings);
  const { db, app } = server;
  await insertNames(db);
  return {
    ...server,
    editor: await createPerson(db, app, 'EDITOR'),
    reviewer: await createPerson(db, app, 'REVIEWER'),
    admin: await createPerson(db, app, 'ADMIN'),
    ask: async (person, query, variables = {}, headers = {}) => {
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query, variables },
        headers: withoutSilent({ origin: PUBLIC_URL, cookie: person?.cookie, ...headers }),
      });
      const { data = null, errors = [] } = response.json();
      return { status: response.statusCode, data, errors };
    },
  };
}

function withoutSilent(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

async function insertNames({ prisma }: Database): Promise<void> {
  await prisma.country.createMany({
    data: [
      { iso3: 'CHN', iso2: 'CN', name: 'China' },
      { iso3: 'KEN', iso2: 'KE', name: 'Kenya' },
      { iso3: 'FJI', iso2: 'FJ', name: 'Fiji' },
    ],
  });
  await prisma.provider.create({
    data: { slug: 'china', code: 'CHN', name: 'China', kind: 'COUNTRY', countryIso3: 'CHN' },
  });
  await prisma.program.create({ data: { slug: 'gsi', name: 'Global Security Initiative' } });
  await prisma.group.create({
    data: { slug: 'pacific', code: 'GRP:Pacific', name: 'Pacific', kind: 'INFORMAL' },
  });
  await prisma.source.create({
    data: {
      slug: 'daily-2024',
      title: 'Police to be trained',
      publisher: 'Daily',
      publishedOn: new Date('2024-09-01'),
      publishedOnPrecision: 'MONTH',
      kind: 'MEDIA',
      language: 'en',
    },
  });
  await prisma.source.create({
    data: { slug: 'undated', title: 'Leaflet', publisher: 'Ministry', kind: 'OFFICIAL', language: 'en' },
  });
}
