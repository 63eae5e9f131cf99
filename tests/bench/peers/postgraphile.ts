// A peer: PostGraphile from the folder where it was installed, with its own preset and nothing added.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { tellPort } from './tell-port.ts';

const [, , databaseUrl, folder = ''] = process.argv;
const load = createRequire(join(folder, 'package.json'));
const { postgraphile } = load('postgraphile');
const { grafserv } = load('postgraphile/grafserv/node');
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber');
const { makePgService } = load('postgraphile/adaptors/pg');

const server = createServer();
await postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
})
  .createServ(grafserv)
  .addTo(server);
tellPort(server);
