import { expect, test } from 'vitest';
import { ApiError } from '@/api/error.ts';
import { answerFeed } from '@/features/changes/answer-feed.ts';
import { toFeedEntry } from '@/features/changes/entries.ts';
import { escapeXml, type Feed, writeAtom, writeJsonFeed } from '@/features/changes/feed.ts';
import { groupChanges } from '@/features/changes/groups.ts';
import type { Change } from '@/features/changes/queries.ts';
import { countKinds, nameFields, pathOfChange } from '@/features/changes/words.ts';

const origin = 'https://muster.example:8443';
const hostile = `</title><script>alert("1")</script> & ]]> 'x' \u0000\u000b\u{FFFF}\uD800 警察 🚓`;

function change(given: Partial<Change> = {}): Change {
  return {
    entity: 'Commitment',
    slug: 'a-1',
    title: 'Train 1',
    version: 1,
    action: 'IMPORTED',
    actor: 'Starter dataset',
    reason: null,
    at: '2026-11-23T03:19:03.719Z',
    changedFields: [],
    ...given,
  };
}

function feed(changes: Change[], self = `${origin}/changes.atom?a=1&b=2`): Feed {
  return {
    title: hostile,
    subtitle: 'Changes',
    home: `${origin}/changes`,
    self,
    updated: '2026-11-23T03:19:03.719Z',
    entries: changes.map((one) => toFeedEntry(one, origin)),
  };
}

/** The names of elements in order; throws where tags are not balanced or text is not escaped. */
function readElements(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const token =
    /<\?xml [^?]*\?>|<(\/?)([a-z]+)((?: [a-z:]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#39);)*")*)(\/?)>|(?:[^<&>]|&(?:amp|lt|gt|quot|#39);)+/gy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed at ${xml.slice(at, at + 40)}`);
    const [, close, name, , empty] = match;
    if (!name) continue;
    if (close) expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!empty) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}

test('an Atom feed stays well-formed whatever titles, names and reasons hold', () => {
  const xml = writeAtom(feed([change({ title: hostile, actor: hostile, reason: hostile }), change()]));
  const names = readElements(xml);
  expect(names.filter((name) => name === 'entry')).toHaveLength(2);
  expect(names).not.toContain('script');
  expect(xml).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ]]&gt; &#39;x&#39;');
  expect(xml).toContain('警察 🚓');
  expect(xml).toContain(`href="${origin}/changes.atom?a=1&amp;b=2"`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/);
  expect(xml.isWellFormed()).toBe(true);
});

test('feed and entries have what RFC 4287 asks for', () => {
  const [entry] = writeAtom(feed([change()]))
    .split('<entry>')
    .slice(1);
  const count = (name: string) => entry?.split(`<${name}>`).length;
  for (const name of ['id', 'title', 'updated', 'author']) expect([name, count(name)]).toEqual([name, 2]);
  const names = readElements(writeAtom(feed([])));
  expect(names).toEqual(expect.arrayContaining(['feed', 'id', 'title', 'updated', 'author', 'name', 'link']));
});

test('each change has an absolute id of its own', () => {
  const changes = [
    change(),
    change({ version: 2, action: 'UPDATED' }),
    change({ version: 2, action: 'RETRACTED' }),
    change({ entity: 'Event' }),
    change({ slug: 'a-2' }),
  ];
  const ids = changes.map((one) => toFeedEntry(one, origin).id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe(`${origin}/changes#Commitment/a-1/change-1-imported`);
});

test('an entry says what, who, why and which fields', () => {
  const entry = toFeedEntry(
    change({
      version: 3,
      action: 'UPDATED',
      actor: 'A. Editor',
      reason: 'the source was corrected',
      changedFields: ['statedOn', 'window'],
    }),
    origin,
  );
  expect(entry.title).toBe('Changed: Train 1');
  expect(entry.link).toBe(`${origin}/commitments/a-1#change-3-updated`);
  expect(entry.text).toBe(
    'Commitment, version 3. Changed by A. Editor. The source was corrected. Changed: stated on, window.',
  );
});

test('the JSON feed is JSON Feed 1.1', () => {
  const json = JSON.parse(writeJsonFeed(feed([change({ title: hostile })], `${origin}/changes.json`)));
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: `${origin}/changes`,
    feed_url: `${origin}/changes.json`,
    items: [{ title: expect.stringContaining('<script>'), date_published: '2026-11-23T03:19:03.719Z' }],
  });
  expect(json.items[0].authors).toEqual([{ name: 'Starter dataset' }]);
});

test('line breaks and tabs survive, other controls do not', () => {
  expect(escapeXml('a\tb\nc\u0001d')).toBe('a\tb\nc\u{FFFD}d');
});

test('one import is one group of its day', () => {
  const imported = Array.from({ length: 98 }, (_, index) => change({ slug: `a-${index}` }));
  const edited = change({
    action: 'UPDATED',
    actor: 'A. Editor',
    at: '2026-11-23T09:00:00.000Z',
    reason: 'why',
  });
  const next = change({ at: '2026-11-22T23:59:59.999Z' });
  const days = groupChanges([edited, ...imported, next]);
  expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22']);
  expect(days[0]?.groups.map(({ action, changes }) => [action, changes.length])).toEqual([
    ['UPDATED', 1],
    ['IMPORTED', 98],
  ]);
  expect(days[0]?.groups[0]?.reason).toBe('why');
});

test('people are told apart, and so are their reasons', () => {
  const [day] = groupChanges([
    change({ reason: 'one' }),
    change({ reason: 'two' }),
    change({ actor: 'Somebody else' }),
  ]);
  expect(day?.groups.map(({ actor, reason }) => [actor, reason])).toEqual([
    ['Starter dataset', null],
    ['Somebody else', null],
  ]);
  expect(groupChanges([])).toEqual([]);
});

test('records are named and linked by their kind', () => {
  expect(pathOfChange(change({ entity: 'ReportedTotal' }))).toBe('/reported/a-1');
  expect(pathOfChange(change({ entity: 'Event' }))).toBe('/events/a-1');
  expect(pathOfChange(change({ title: null }))).toBeNull();
  expect(pathOfChange(change({ entity: 'Release' }))).toBeNull();
  expect(countKinds([change(), change({ entity: 'Event' }), change()])).toBe('2 commitments, 1 event');
  expect(nameFields(['statedOn', 'note'])).toBe('stated on, note');
});

test('a feed is answered once as long as it stays the same', async () => {
  const ask = (tag: string | null, changes = [change()]) =>
    answerFeed(
      new Request(`${origin}/changes.atom`, { headers: tag ? { 'if-none-match': tag } : {} }),
      'atom',
      Promise.resolve(feed(changes)),
    );
  const first = await ask(null);
  const tag = first.headers.get('etag') ?? '';
  expect(first.status).toBe(200);
  expect(await first.text()).toBe(writeAtom(feed([change()])));
  for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const second = await ask(held);
    expect([held, second.status, await second.text()]).toEqual([held, 304, '']);
    expect(second.headers.get('etag')).toBe(tag);
  }
  expect((await ask(tag, [change(), change({ version: 2 })])).status).toBe(200);
});

test('a feed of nothing is a 404; what the API fails at is no 404', async () => {
  const request = new Request(`${origin}/countries/QQQ/changes.json`);
  const refused = new ApiError('no country has the code "QQQ"', 'BAD_USER_INPUT', null, 'country');
  expect((await answerFeed(request, 'json', Promise.resolve(null))).status).toBe(404);
  expect((await answerFeed(request, 'json', Promise.reject(refused))).status).toBe(404);
  const failed = new ApiError('down', 'UNREACHABLE', null);
  await expect(answerFeed(request, 'json', Promise.reject(failed))).rejects.toBe(failed);
});
