// npm run lighthouse: what the pages score, how long the server takes for them, and what they weigh.
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { findFreePort } from '../../scripts/processes.ts';
import { keepReport } from '../bench/report.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProduct } from '../support/start.ts';
import { weighPage } from '../support/weight.ts';
import { auditPage } from './audit.ts';
import { weighEmptyApp } from './empty-app.ts';
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
const results: Results = { audits: [], serverTimes: [], weights: [], emptyApp: 0 };
const token = randomBytes(32).toString('base64url');
say('starting the product');
// One reader asks all there is to ask.
const product = await startProduct({ MUSTER_DASHBOARD_TOKEN: token, MUSTER_RATE_LIMIT: '0' });
const { origin } = product;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => product.process.kill('SIGTERM'));
try {
  // The first time a page is asked for it is loaded from disk.
  for (const path of AUDITED) await (await fetch(origin + path)).arrayBuffer();
  if (isAsked('server')) await compareServerTimes();
  if (isAsked('audits')) await auditPages();
  if (isAsked('weight')) await weighPages();
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
      results.serverTimes.push(...(await compareServerTime(origin, recorder, path, options.rounds)));
    }
  } finally {
    await recorder.close();
  }
}

async function auditPages(): Promise<void> {
  const port = await findFreePort();
  const browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`], keepsPages: true });
  try {
    for (const path of AUDITED) {
      say(`Lighthouse: ${path}`);
      results.audits.push(await auditPage(origin, path, port, options.runs));
    }
  } finally {
    await browser.close();
  }
}

async function weighPages(): Promise<void> {
  say('weight');
  results.emptyApp = await weighEmptyApp();
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
