// A peer: Apollo Server over the same Prisma client, each relation by `include`, without anything of the product's.
import { createServer } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { openDatabase } from '../../../prisma/src/index.ts';
import { tellPort } from './tell-port.ts';

const typeDefs = `
  type Named { slug: String! name: String! }
  type Country { iso3: String! name: String! }
  type Recipient { country: Country group: Named }
  type Count {
    slug: String! title: String! knownOn: String! statedOn: String statedOnPrecision: String quantityLow: Int quantityHigh: Int
    program: Named recipients: [Recipient!]!
  }
  type Counts { nodes: [Count!]! }
  type Query { commitments(first: Int!, knownOn: String!): Counts! }
`;

const { prisma } = await openDatabase({ databaseUrl: process.argv[2] ?? '', poolSize: 10 });
const writeDay = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null;

const apollo = new ApolloServer({
  typeDefs,
  resolvers: {
    Query: {
      commitments: async (_: unknown, { first, knownOn }: { first: number; knownOn: string }) => ({
        nodes: await prisma.count.findMany({
          where: { kind: 'COMMITMENT', state: 'PUBLISHED', knownOn: { lte: new Date(knownOn) } },
          orderBy: [{ statedOn: { sort: 'desc', nulls: 'last' } }, { slug: 'asc' }],
          take: first,
          include: {
            program: true,
            recipients: { orderBy: { position: 'asc' }, include: { country: true, group: true } },
          },
        }),
      }),
    },
    Count: {
      knownOn: ({ knownOn }: { knownOn: Date }) => writeDay(knownOn),
      statedOn: ({ statedOn }: { statedOn: Date | null }) => writeDay(statedOn),
    },
  },
});
await apollo.start();

// Bare, for every framework in front of it would cost it something.
const server = createServer(async (request, response) => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const {
    status,
    headers: told,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers,
      search: '',
      body: JSON.parse(Buffer.concat(await request.toArray()).toString()),
    },
    context: async () => ({}),
  });
  response.writeHead(status ?? 200, Object.fromEntries(told));
  response.end(body.kind === 'complete' ? body.string : '');
});
tellPort(server);
