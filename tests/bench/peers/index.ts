import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { KNOWN_ON } from '../questions.ts';
import { forkServer, type RunningServer } from '../servers.ts';

/** Another server's way to the 50 newest counts with country and program. */
export interface Peer {
  title: string;
  start(databaseUrl: string): Promise<RunningServer>;
  /** Answered with `{ counts: { nodes: [{ slug … }] } }`. */
  query: string;
  variables: object;
}

export interface PeerAnswer {
  data: { counts: { nodes: { slug: string }[] } };
  errors?: { message: string }[];
}

/** Not among the product's dependencies: it is had from the npm registry when it is asked for. */
const POSTGRAPHILE = { postgraphile: '5.1.5', pg: '8.23.1' };

/** The order that it asks for, ties by the primary key; ours would not serve it, and without one it sorts all. */
const INDEX = 'bench_peer ON "count" (kind, state, stated_on DESC, slug, id DESC)';

const FIELDS = 'slug title knownOn statedOn statedOnPrecision quantityLow quantityHigh';

export const PEERS: Peer[] = [
  {
    title: `PostGraphile ${POSTGRAPHILE.postgraphile} (Amber preset), which writes one SQL`,
    start: startPostgraphile,
    // Its conditions know no comparison by size, so `knownOn` is not among them: less work than the others have.
    query: `{ counts: allCounts(first: 50, orderBy: [STATED_ON_DESC, SLUG_ASC], condition: { kind: COMMITMENT, state: PUBLISHED }) {
      nodes { ${FIELDS} programByProgramId { slug name } countRecipientsByCountId {
        nodes { countryByCountryIso3 { iso3 name } countryGroupByGroupId { slug name } } } } } }`,
    variables: {},
  },
  {
    title: 'Apollo Server with Prisma relations, as most would write it',
    start: (databaseUrl) => forkServer(join(import.meta.dirname, 'apollo-prisma.ts'), [databaseUrl]),
    query: `query ($knownOn: String!) { counts: commitments(first: 50, knownOn: $knownOn) { nodes {
      ${FIELDS} program { slug name } recipients { country { iso3 name } group { slug name } } } } }`,
    variables: { knownOn: KNOWN_ON },
  },
];

async function startPostgraphile(databaseUrl: string): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-peer-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: POSTGRAPHILE }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await query(databaseUrl, `CREATE INDEX IF NOT EXISTS ${INDEX}`);
  await query(databaseUrl, 'VACUUM ANALYZE "count"');
  const server = await forkServer(join(import.meta.dirname, 'postgraphile.ts'), [databaseUrl, folder]);
  const stop = async () => {
    await server.stop();
    await query(databaseUrl, 'DROP INDEX bench_peer');
  };
  return { ...server, stop };
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
