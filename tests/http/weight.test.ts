import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { root } from '../../scripts/processes.ts';
import { expectWithinBudget, PLAIN } from '../support/budget.ts';
import { weighPage } from '../support/weight.ts';

const origin = inject('origin');

/** A page of each public route, and the most of script that it may name. */
const routes: Record<string, [path: string, script: number]> = {
  '/': ['/', 169_000],
  '/changes': ['/changes', PLAIN],
  '/commitments': ['/commitments', PLAIN],
  '/commitments/[slug]': ['/commitments/cn-lianyungang-2024-3000', PLAIN],
  '/compare': ['/compare?with=china,united-states', PLAIN],
  '/countries': ['/countries', PLAIN],
  '/countries/[iso3]': ['/countries/SLB', PLAIN],
  '/data': ['/data', PLAIN],
  '/data/releases/[name]': ['/data/releases/2020-01-01', PLAIN],
  '/developers': ['/developers', PLAIN],
  '/developers/query': ['/developers/query', PLAIN],
  '/events': ['/events', PLAIN],
  '/events/[slug]': ['/events/cn-lianyungang-forum-2024', PLAIN],
  '/map': ['/map', PLAIN],
  '/methodology': ['/methodology', PLAIN],
  '/programs': ['/programs', PLAIN],
  '/programs/[slug]': ['/programs/focac', PLAIN],
  '/providers': ['/providers', PLAIN],
  '/providers/[slug]': ['/providers/china', PLAIN],
  '/reported': ['/reported', PLAIN],
  '/reported/[slug]': ['/reported/cn-report-2024-2700', PLAIN],
  '/search': ['/search?q=china', PLAIN],
  '/sources': ['/sources', PLAIN],
  '/sources/[slug]': ['/sources/afp-2024-09-09-china-to-train-3000-more-cops', PLAIN],
  '/styleguide': ['/styleguide', PLAIN],
  '/admin/sign-in': ['/admin/sign-in', PLAIN],
};

test('every public route has a budget', () => {
  const pages = globSync('**/page.tsx', { cwd: join(root, 'apps/web/app') })
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
    .filter((route) => !route.startsWith('/admin'));
  expect(Object.keys(routes)).toEqual(expect.arrayContaining(pages));
});

test.each(Object.entries(routes))(
  '%s keeps its budget of script and style',
  async (route, [path, script]) => {
    // A release that there is not has its own page, and the status to go with it.
    const status = route === '/data/releases/[name]' ? 404 : 200;
    expectWithinBudget(await weighPage(origin, path, { status }), script);
  },
);

test.each(['/', '/map', '/compare?with=china,united-states', '/providers/china'])(
  'the chart of %s is in the first HTML, with its title and its words',
  async (path) => {
    const { html } = await weighPage(origin, path);
    const [chart = ''] = /<svg[^>]*class="chart"[\s\S]*?<\/svg>/.exec(html) ?? [];
    expect(chart).toMatch(/<title[^>]*>[^<]+<\/title><desc[^>]*>[^<]+<\/desc>/);
    expect(chart).toMatch(/<path|<rect/);
  },
);
