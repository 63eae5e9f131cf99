import { openTestDatabase, startPostgres } from '../../prisma/src/testing.ts';
import { signIn } from '../support/administrator.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { drainProduct } from './several-drain.ts';
import { findQuantile } from './several-load.ts';
import { restartAll } from './several-restart.ts';
import { openStage, type Stage } from './several-stage.ts';
import { upgradeStage } from './several-upgrade.ts';
import { openDesk, waitForTitle } from './several-writing.ts';

const PROMISED_MS = 2_000;

/** Two API and two web processes on one PostgreSQL behind a balancer: news on all of them, restarts and upgrades. */
export const several: Scenario = {
  name: 'several',
  title: 'Several processes',
  async run({ log, share }) {
    const cluster = await startPostgres();
    if (!cluster) return [{ what: 'PostgreSQL', times: 0, result: 'not installed', isGood: false }];
    const database = await openTestDatabase('postgres', { url: cluster.url });
    let stage: Stage | undefined;
    try {
      log('starting two API and two web processes');
      stage = await openStage(database.url ?? '', { MUSTER_RATE_LIMIT: '0' });
      const outcomes = [
        await signInAcross(stage, scale(10, share)),
        ...(await publishAcross(stage, scale(20, share))),
      ];
      log('restarting each of the four under load');
      outcomes.push(await restartAll(stage, scale(3, share)));
      log('upgrading one after the other under load');
      outcomes.push(...(await upgradeStage(stage)));
      log('draining what npm start started');
      outcomes.push(await drainProduct(database.url ?? ''));
      return outcomes;
    } finally {
      await stage?.close();
      await database.close().catch(() => {});
      await cluster.stop();
    }
  },
};

function scale(rounds: number, share: number): number {
  return Math.max(1, Math.round(rounds * share));
}

async function signInAcross({ apis, origin, administrator }: Stage, rounds: number): Promise<Outcome> {
  let known = 0;
  for (let round = 0; round < rounds; round++) {
    const [one, other] = round % 2 ? [apis[1], apis[0]] : [apis[0], apis[1]];
    if (!one || !other) throw new Error('two APIs are needed');
    const person = await signIn(one.origin, origin, administrator.email);
    const { viewer } = await openDesk(person, origin, 'known').ask(other.origin, '{ viewer { email } }');
    if (viewer?.email === administrator.email) known++;
  }
  return {
    what: 'signed in through one process, known to the other',
    times: rounds,
    result: `${known} of ${rounds}`,
    isGood: known === rounds,
  };
}

/** Publishes through one, reads at the other's API and at its page. The page comes from either of the web processes. */
async function publishAcross({ apis, origin, administrator }: Stage, rounds: number): Promise<Outcome[]> {
  const desk = openDesk(administrator, origin, 'news');
  const waited = { api: [] as number[], page: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const [one, other] = round % 2 ? [apis[1], apis[0]] : [apis[0], apis[1]];
    if (!one || !other) throw new Error('two APIs are needed');
    const slug = await desk.publish(one.origin, `News ${round}`);
    const question = `{ commitment(slug: "${slug}") { title } }`;
    const api = `${other.origin}/graphql?query=${encodeURIComponent(question)}`;
    const page = `${other.origin}/commitments/${slug}`;
    const title = `News ${round}, corrected`;
    // Kept answers of the old title, which must not outlive it.
    await waitForTitle(api, `News ${round}`, PROMISED_MS);
    await waitForTitle(page, `News ${round}`, PROMISED_MS);
    await desk.retitle(one.origin, slug, title);
    const [api_, page_] = await Promise.all([
      waitForTitle(api, title, 10_000),
      waitForTitle(page, title, 10_000),
    ]);
    waited.api.push(api_);
    waited.page.push(page_);
  }
  return Object.entries({ 'the API': waited.api, 'the page': waited.page }).map(([where, times]) => ({
    what: `edited and published through one, told by ${where} of the other`,
    times: rounds,
    result: `median ${Math.round(findQuantile(times, 0.5))} ms, at most ${Math.round(Math.max(...times))} ms of 2,000`,
    isGood: Math.max(...times) <= PROMISED_MS,
  }));
}
