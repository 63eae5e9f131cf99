import { findFreePort } from '../../scripts/processes.ts';
import { createAdministrator, type Person } from '../support/administrator.ts';
import { type Balancer, startBalancer } from './several-balancer.ts';
import {
  buildProduct,
  createApi,
  createWeb,
  makeSecret,
  type Node,
  removeFolders,
} from './several-processes.ts';

export interface Stage {
  /** Where readers come in; also what the product is told is its address. */
  origin: string;
  apis: Node[];
  webs: Node[];
  balancers: Balancer[];
  administrator: Person;
  /** Another API in the place of that one: same address, other sources. Not yet started. */
  replaceApi(index: number, tree: string): Promise<Node>;
  close(): Promise<void>;
}

/** Two API and two web processes on one PostgreSQL, with a balancer before each pair; or the APIs alone. */
export async function openStage(
  databaseUrl: string,
  settings: Record<string, string> = {},
  { withPages = true } = {},
): Promise<Stage> {
  if (withPages) await buildProduct();
  const ports = await findPorts(6);
  const [front = 0, inner = 0, ...own] = ports;
  const origin = `http://127.0.0.1:${front}`;
  const shared = { MUSTER_DASHBOARD_TOKEN: makeSecret() };
  const apiEnv = {
    ...shared,
    MUSTER_SECRET: makeSecret(),
    MUSTER_PUBLIC_URL: origin,
    MUSTER_TRUST_PROXY: '127.0.0.1',
    ...(withPages && { MUSTER_WEB_ORIGIN: `http://127.0.0.1:${inner}` }),
    MUSTER_DRAIN_SECONDS: '2',
    ...settings,
  };
  const apiPorts = own.slice(0, 2);
  const orderApi = (index: number, tree?: string) =>
    createApi({ databaseUrl, env: apiEnv, ...(tree && { tree }), port: apiPorts[index] ?? 0 });
  const apis = [await orderApi(0), await orderApi(1)];
  const webPorts = withPages ? own.slice(2) : [];
  const webs = webPorts.map((port) => createWeb(port, { ...shared, MUSTER_API_ORIGIN: origin }));
  const balancers = [await startBalancer(front, addressesOf(apis), '/readyz')];
  if (withPages) balancers.push(await startBalancer(inner, addressesOf(webs), '/icon.svg'));
  const close = async () => {
    await Promise.all([...apis, ...webs].map((node) => node.end('SIGKILL')));
    for (const balancer of balancers) await balancer.close();
    // Here too, for a worker of tests may end without saying so.
    removeFolders();
  };
  try {
    await apis[0]?.start();
    const [first] = apis;
    if (!first) throw new Error('no API');
    const administrator = await createAdministrator({
      origin: first.origin,
      output: first.said,
      publicUrl: origin,
    });
    for (const node of [...apis.slice(1), ...webs]) await node.start();
    await waitForUpstreams(balancers, 2);
    const replaceApi = async (index: number, tree: string) => {
      const node = await orderApi(index, tree);
      apis[index] = node;
      return node;
    };
    return { origin, apis, webs, balancers, administrator, replaceApi, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Until each balancer sends requests to so many. */
export async function waitForUpstreams(balancers: Balancer[], many: number): Promise<void> {
  while (balancers.some((balancer) => balancer.upstreams() < many)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function addressesOf(nodes: Node[]): string[] {
  return nodes.map(({ origin }) => origin);
}

async function findPorts(many: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < many) ports.add(await findFreePort());
  return [...ports];
}
