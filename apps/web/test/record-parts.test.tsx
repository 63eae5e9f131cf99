import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { VerdictFact } from '@/features/commitment/verdict-fact.tsx';
import { ClaimsTable } from '@/features/count/claims.tsx';
import { ReplacedNotice } from '@/features/count/replaced.tsx';
import { RetractedPage } from '@/features/count/retracted.tsx';
import { writeMissing } from '@/features/count/trackability.tsx';
import type { CountRecordFragment } from '@/generated/graphql.ts';

type Commitment = Parameters<typeof VerdictFact>[0]['commitment'];
const range = (low: number, high = low) => ({ low, high });

const source = (slug: string, more: object = {}) => ({
  slug,
  title: `Title of ${slug}`,
  titleIsDescriptive: false,
  publisher: slug.toUpperCase(),
  url: null,
  kind: 'MEDIA',
  language: 'en',
  publishedOn: { date: '2024-09-09', precision: 'DAY' },
  derivedFromNote: null,
  derivedFrom: null,
  ...more,
});
const claim = (of: object, more: object = {}) => ({
  ...range(3000),
  qualifier: 'EXACT',
  fragment: 'coach 3,000 more',
  locator: null,
  language: 'zh-Hans',
  rank: 'NORMAL',
  rankReason: null,
  note: null,
  source: of,
  ...more,
});

const wire = source('afp', { derivedFromNote: 'AFP, carried by Sino Daily' });
const record = {
  __typename: 'Commitment',
  slug: 'cn-lianyungang-2024-3000',
  title: 'Train 3,000',
  status: 'ANNOUNCED',
  unit: 'PEOPLE',
  rate: null,
  quantity: range(3000),
  links: [],
  claims: [
    claim(source('copy', { derivedFrom: wire, publishedOn: { date: '2024-09-13', precision: 'DAY' } })),
    claim(source('sing-tao'), { rank: 'PREFERRED', rankReason: 'nearest to the speech' }),
    claim(wire),
  ],
} as unknown as CountRecordFragment;

const draw = (known: string | null) =>
  renderToStaticMarkup(<ClaimsTable record={record} known={known} at={known ?? '2026-11-25'} />);

test('a wire and its copies stand together as one witness, the wire first', () => {
  const table = draw(null);
  expect([...table.matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'afp-2',
    'copy-0',
    'sing-tao-1',
  ]);
  expect(table.match(/One witness: [^<]+/g)).toEqual([
    'One witness: AFP, carried by Sino Daily; told in 2 documents',
  ]);
});

test('each telling has its words, language, rank with its reason, and an address that keeps the day', () => {
  const table = draw('2024-09-10');
  expect(table).toContain(
    '<q lang="zh-Hans" dir="auto">coach 3,000 more</q><small>Chinese (simplified)</small>',
  );
  expect(table).toContain('<span>preferred</span><small>nearest to the speech</small>');
  expect(table).toContain('href="/commitments/cn-lianyungang-2024-3000?known=2024-09-10#sing-tao-1"');
  expect(table).toContain('Permanent link to this telling by SING-TAO');
  expect(table).toContain('href="/sources/afp?known=2024-09-10"');
  expect(draw(null)).toContain('?known=2026-11-25#afp-2"');
});

test('a telling that was published after the day says so', () => {
  expect(draw('2024-09-10').match(/published after 10 September 2024/g)).toHaveLength(1);
  expect(draw(null)).not.toContain('published after');
});

function judge(standing: object | null, status = 'ANNOUNCED') {
  const commitment = { ...record, status, standing } as unknown as Commitment;
  return renderToStaticMarkup(<VerdictFact commitment={commitment} known="2024-12-31" />);
}

test('silence is counted in days, with the rule that says so, and is never failure', () => {
  const fact = judge({
    verdict: 'UNREPORTED',
    days: 442,
    due: range(3000),
    reported: range(0),
    rule: 'The window closed on 9 September 2025 and no known source links a report to this promise.',
  });
  expect(fact).toContain('<dt>Verdict: unreported</dt>');
  expect(fact).toContain('442 days without a report');
  expect(fact).toContain('The window closed on 9 September 2025');
  expect(fact).toContain('href="/methodology?known=2024-12-31#verdicts"');
  expect(fact).not.toMatch(/broken|fail/i);
});

test('a verdict that compares names its rule beside the numbers; none is passed on what was taken back', () => {
  const behind = judge({
    verdict: 'BEHIND',
    days: null,
    due: range(3000),
    reported: range(22),
    rule: 'At most 22 people are reported, and at least 3,000 are due.',
  });
  expect(behind).toContain('Behind</dd>');
  expect(behind).toContain('The rule: The most reported are fewer than the fewest due. At most 22 people');
  expect(judge(null, 'WITHDRAWN')).toContain('Taken back</dd>');
  expect(judge(null, 'WITHDRAWN')).toContain('Nothing falls due.');
});

test('a replaced record leads to what replaced it, first of all', () => {
  const later = {
    ...record,
    __typename: 'ReportedTotal',
    slug: 'us-ilea-2010s-60000',
    title: 'Over 60,000',
    quantity: range(60000),
    claims: [],
  };
  const link = { relation: 'SUPERSEDES', basis: 'INFERRED', from: later, to: record };
  const tell = (of: object) =>
    renderToStaticMarkup(<ReplacedNotice record={of as CountRecordFragment} known="2026-11-24" />);
  expect(tell({ ...record, links: [link] })).toMatch(
    /taken to replace this one: <a href="\/reported\/us-ilea-2010s-60000\?known=2026-11-24">Over 60,000<\/a> \(60,000 people\)/,
  );
  expect(tell({ ...record, links: [{ ...link, basis: 'STATED' }] })).toContain(
    'A later telling replaces this one',
  );
  // Seen from the record that replaces, there is nothing to warn of.
  expect(tell({ ...later, links: [link] })).toBe('');
});

test('a record that was taken back says when, by whom and why', () => {
  const retraction = {
    entity: 'ReportedTotal',
    slug: 'cn-x',
    actor: 'The editors',
    reason: 'the paper withdrew it',
    at: '2026-11-20T10:00:00Z',
  };
  const page = renderToStaticMarkup(<RetractedPage retraction={retraction} known={null} />);
  expect(page).toContain('This reported total was taken back');
  expect(page).toContain('Taken back by The editors on 20 November 2026. The paper withdrew it.');
  expect(page).toContain('href="/reported"');
});

test('missing parts are named in words', () => {
  const parts = (present: boolean) =>
    (['NUMBER', 'RECIPIENTS', 'VOICE'] as const).map((part) => ({
      part,
      present: present || part === 'NUMBER',
    }));
  expect(writeMissing(parts(false))).toBe(
    'Missing: the recipients by name; a voice other than the provider’s.',
  );
  expect(writeMissing(parts(true))).toBe('Nothing that tracking needs is missing.');
});
