// npm run lighthouse: what the pages score, how long the server takes for them, and what they weigh.
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { findFreePort } from '../../scripts/processes.ts';
import { keepReport } from '../bench/report.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProduct } from '../support/start.ts';
import { weighPage } from '../support/weight.ts';
import { auditPage } from './audit.ts';
import { buildEmptyApp, type EmptyApp } from './empty-app.ts';
import { type Part, readOptions } from './options.ts';
import { startRecorder } from './recorder.ts';
import { type Results, writeReport } from './report.ts';
import { compareServerTime } from './server-time.ts';

const AUDITED = ['/', '/commitments/cn-lianyungang-2024-3000', '/countries/SLB', '/map'];
const WEIGHED = [
  ...AUDITED,
  '/commitments',
  '/reported',
  '/compare?with=china,united-states',
  '/search?q=china',
  '/data',
  '/methodology',
  '/developers/query',
];

const options = readOptions(process.argv.slice(2));
const results: Results = { audits: [], emptyAudit: null, serverTimes: [], weights: [], emptyApp: 0 };
const token = randomBytes(32).toString('base64url');
say('starting the product');
// One reader asks all there is to ask.
const product = await startProduct({ MUSTER_DASHBOARD_TOKEN: token, MUSTER_RATE_LIMIT: '0' });
const { origin } = product;
let emptyApp: EmptyApp | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => product.process.kill('SIGTERM'));
try {
  // The first time a page is asked for it is loaded from disk.
  for (const path of AUDITED) await (await fetch(origin + path)).arrayBuffer();
  if (isAsked('audits') || isAsked('weight')) {
    say('building an app with nothing in it');
    emptyApp = await buildEmptyApp();
  }
  if (isAsked('server')) await compareServerTimes();
  if (emptyApp && isAsked('audits')) await auditPages(emptyApp);
  if (emptyApp && isAsked('weight')) await weighPages(emptyApp);
} finally {
  await product.stop();
}
const report = writeReport(results);
console.log(`\n${report}\n`);
if (options.write) keepReport(report, 'pages');

async function compareServerTimes(): Promise<void> {
  const recorder = await startRecorder(origin, token);
  try {
    for (const path of AUDITED) {
      say(`server: ${path}`);
      results.serverTimes.push(await compareServerTime(origin, recorder, path, options.rounds));
    }
  } finally {
    await recorder.close();
  }
}

async function auditPages(emptyApp: EmptyApp): Promise<void> {
  const port = await findFreePort();
  const browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`], keepsPages: true });
  const empty = await emptyApp.start();
  try {
    say('Lighthouse: the app with nothing in it');
    results.emptyAudit = await auditPage(empty.origin, '/', port, options.runs);
    for (const path of AUDITED) {
      say(`Lighthouse: ${path}`);
      results.audits.push(await auditPage(origin, path, port, options.runs));
    }
  } finally {
    await empty.stop();
    await browser.close();
  }
}

async function weighPages({ script }: EmptyApp): Promise<void> {
  say('weight');
  results.emptyApp = script;
  for (const path of WEIGHED) {
    const { html, ...bytes } = await weighPage(origin, path);
    results.weights.push({ path, ...bytes, html: gzipSync(html, { level: 9 }).length });
  }
}

function isAsked(part: Part): boolean {
  return options.parts.includes(part);
}

function say(text: string): void {
  console.error(text);
}
