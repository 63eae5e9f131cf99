import { createHash } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRelease, type DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../src/server.ts';
import { makeClaim, makeInput, writeAs } from './support/commitments.ts';
import { databases, openSeeded } from './support/databases.ts';
import { type Newsroom, openNewsroom, SECRET } from './support/newsroom.ts';
import { type Person, PUBLIC_URL } from './support/people.ts';
import { TODAY } from './support/today.ts';

const CREATE_RELEASE = `mutation ($name: String) { result: createRelease(name: $name) { __typename
  ... on ReleaseMade { isNew release { name revision checksum knownOn url citation files { name url sha256 bytes rows } size { commitments } } }
  ... on ValidationFailed { problems { path message } } ... on NotAllowed { message } } }`;

/** Every root, and what leads from one record to another. */
const EVERYTHING = `{
  dataset { revision publishedAt citation size { commitments reportedTotals events sources claims links } firstStatedOn lastStatedOn
    release { name revision checksum releasedAt knownOn citation url size { claims } files { name title url bytes sha256 rows } }
    releases { name } }
  commitments { totalCount nodes { slug title state quantity { low high } claims { low high source { slug } } recipients { stated: __typename }
    providers { slug } program { slug } links { relation } history { action actor changedFields } standing { verdict days } } }
  reportedTotals { totalCount } events { totalCount } sources { nodes { slug claims { fragment } } }
  programs { nodes { slug commitments { totalCount } } } providers { nodes { slug commitments { nodes { slug } } } }
  countries(filter: { onRecord: true }) { nodes { iso3 commitments { nodes { slug } } } } groups { nodes { slug } }
  totals { pledged { low high } due { low high } contributions { count { slug } } excluded { reason } }
  series(interval: YEAR, from: "2024-01-01", to: "2028-01-01") { points { due { low high } } }
  breakdown(by: COUNTRY) { rows { key counts } }
  changes { nodes { slug action at } }
  search(text: "officers") { ... on Commitment { slug title } }
}`;

describe.each<DatabaseKind>(databases)('releases on %s', (kind) => {
  let room: Newsroom;
  let as: Record<'editor' | 'reviewer', ReturnType<typeof writeAs>>;
  let name: string;
  const input = makeInput({ title: 'A thousand officers, as released' });
  const retracted = makeInput();

  beforeAll(async () => {
    room = await openNewsroom(kind);
    as = { editor: writeAs(room, room.editor), reviewer: writeAs(room, room.reviewer) };
    for (const made of [input, retracted]) {
      await as.editor.create(made);
      await as.editor.submit(made.slug, 1);
      await as.reviewer.publish(made.slug, 2);
    }
    await as.reviewer.retract(retracted.slug, 3, 'counted twice');
    await as.editor.create(makeInput({ title: 'A draft' }));
    const { result } = (await room.ask(room.admin, CREATE_RELEASE)).data;
    expect(result).toMatchObject({ __typename: 'ReleaseMade', isNew: true });
    name = result.release.name;
  });
  afterAll(() => room.close());

  const send = (
    query: string,
    release: string | null,
    method: 'GET' | 'POST' = 'POST',
    person: Person | null = null,
  ) => {
    const search = release === null ? '' : `release=${encodeURIComponent(release)}`;
    const headers = { ...(person && { cookie: person.cookie }), origin: PUBLIC_URL };
    return method === 'POST'
      ? room.app.inject({ method, url: `/graphql?${search}`, payload: { query }, headers })
      : room.app.inject({
          method,
          url: `/graphql?${search}&query=${encodeURIComponent(query)}`,
          headers: { ...headers, 'apollo-require-preflight': 'true' },
        });
  };
  const readAt = async (query: string, release: string | null = name) => {
    const { data, errors } = (await send(query, release)).json();
    expect(errors).toBeUndefined();
    return data;
  };
  const fetchFile = (file: string, headers = {}) =>
    room.app.inject({ url: `/data/releases/${name}/${file}`, headers });

  test('only an administrator makes one, and none is made of what was released already', async () => {
    for (const person of [null, room.editor, room.reviewer]) {
      const { result } = (await room.ask(person, CREATE_RELEASE)).data;
      expect(result).toEqual({ __typename: 'NotAllowed', message: expect.stringMatching(/sign in|ADMIN/) });
    }
    const { result } = (await room.ask(room.admin, CREATE_RELEASE, { name: 'another' })).data;
    expect(result).toMatchObject({ __typename: 'ReleaseMade', isNew: false, release: { name } });
    expect((await readAt('{ dataset { releases { name } } }', null)).dataset.releases).toEqual([{ name }]);
  });

  test('a question put to a release says so, by POST and by GET, and live ones do not', async () => {
    const query = '{ dataset { citation release { name knownOn url } } }';
    const live = await readAt(query, null);
    expect(live.dataset).toEqual({
      citation: expect.stringMatching(/\(revision 3, published/),
      release: null,
    });
    for (const method of ['GET', 'POST'] as const) {
      const { data } = (await send(query, name, method)).json();
      expect(data.dataset).toEqual({
        citation: `Muster (release ${name}, revision 3). Police-training commitments and reported totals. CC BY 4.0.`,
        release: { name, knownOn: name, url: `${PUBLIC_URL}/data/releases/${name}` },
      });
    }
  });

  test('knownOn and a retracted record are read within a release', async () => {
    const data =
      await readAt(`{ early: commitments(knownOn: "2024-01-01") { totalCount } commitments { totalCount }
      retraction(slug: "${retracted.slug}") { reason actor } commitment(slug: "${retracted.slug}") { slug } }`);
    expect(data).toEqual({
      early: { totalCount: 0 },
      commitments: { totalCount: 1 },
      retraction: { reason: 'counted twice', actor: 'reviewer' },
      commitment: null,
    });
  });

  test('an unknown release is refused by name, with those that exist', async () => {
    const response = await send('{ dataset { revision } }', '2020-01-01');
    expect(response.statusCode).toBe(400);
    const [error] = response.json().errors;
    expect(error.message).toBe(`release: no release “2020-01-01”; there is ${name}`);
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'release' });
    const odd = await send('{ dataset { revision } }', '"; DROP SCHEMA public');
    expect(odd.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
    const twice = await room.app.inject({
      method: 'POST',
      url: `/graphql?release=${name}&release=b`,
      payload: { query: '{ dataset { revision } }' },
    });
    expect(twice.json().errors[0].message).toContain('give it once');
  });

  test('nobody is signed in to a release, and nothing is written in it', async () => {
    for (const query of [
      'mutation { createRelease { __typename } }',
      '{ viewer { email } }',
      '{ editableCommitments { totalCount } }',
    ]) {
      const { data, errors } = (await send(query, name, 'POST', room.admin)).json();
      expect(data?.viewer ?? null).toBeNull();
      expect([query, errors[0].extensions.code]).toEqual([query, 'BAD_USER_INPUT']);
      expect(errors[0].message).toMatch(/^release: a release /);
    }
  });

  test('its files hold what their checksums say, and are kept for ever by whoever fetched them', async () => {
    const { files, checksum } = (
      await readAt('{ dataset { release { checksum files { name url sha256 bytes rows } } } }')
    ).dataset.release;
    for (const file of files) {
      expect(file.url).toBe(`${PUBLIC_URL}/data/releases/${name}/${file.name}`);
      const { rawPayload, headers, statusCode } = await fetchFile(file.name);
      expect([file.name, statusCode, rawPayload.length]).toEqual([file.name, 200, file.bytes]);
      expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(file.sha256);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect((await fetchFile(file.name, { 'if-none-match': headers.etag })).statusCode).toBe(304);
    }
    expect(files.at(-1)).toMatchObject({ name: 'sha256sums.txt', sha256: checksum, rows: null });
    const { payload } = await fetchFile('commitments.csv');
    expect(payload).toContain(input.slug);
    expect(payload).not.toContain('A draft');
    expect((await fetchFile('datapackage.json')).json()).toMatchObject({ version: name, revision: 3 });
    const head = await room.app.inject({ method: 'HEAD', url: `/data/releases/${name}/claims.csv` });
    expect([head.statusCode, head.payload]).toEqual([200, '']);
  });

  test('a file or a release that is not there is refused in words', async () => {
    const file = await fetchFile('counts.xlsx');
    expect([file.statusCode, file.payload]).toEqual([
      404,
      expect.stringMatching(
        new RegExp(`^Release ${name} holds no file “counts.xlsx”; it holds commitments.csv, `),
      ),
    ]);
    const release = await room.app.inject('/data/releases/never/claims.csv');
    expect([release.statusCode, release.payload]).toEqual([
      404,
      `There is no release “never”; there is ${name}.\n`,
    ]);
  });

  test('never changes: after an edit and a new record, byte for byte the same', async () => {
    const names: string[] = (
      await readAt('{ dataset { release { files { name } } } }')
    ).dataset.release.files.map((file: { name: string }) => file.name);
    const take = async (release: string | null) => ({
      posted: (await send(EVERYTHING, release)).body,
      got: (await send(EVERYTHING, release, 'GET')).body,
    });
    const takeFiles = async () => Promise.all(names.map(async (file) => (await fetchFile(file)).body));
    const [before, liveBefore, filesBefore] = [await take(name), await take(null), await takeFiles()];
    expect(before.posted).not.toContain('"errors"');

    const changed = { ...input, title: 'Two thousand', claims: [makeClaim({ low: 2000, high: 2000 })] };
    expect((await as.reviewer.update(input.slug, 3, changed)).__typename).toBe('CommitmentSaved');
    const next = makeInput();
    await as.editor.create(next);
    await as.editor.submit(next.slug, 1);
    await as.reviewer.publish(next.slug, 2);

    expect(await take(name)).toEqual(before);
    expect(await takeFiles()).toEqual(filesBefore);
    const live = await take(null);
    expect(live.posted).not.toBe(liveBefore.posted);
    expect(live.posted).toContain('Two thousand');

    const { result } = (await room.ask(room.admin, CREATE_RELEASE)).data;
    expect(result).toMatchObject({ isNew: true, release: { name: `${name}-2`, size: { commitments: 2 } } });
    expect(await take(name)).toEqual(before);
    expect((await take(`${name}-2`)).posted).toContain('Two thousand');
    expect((await readAt('{ dataset { releases { name } } }', null)).dataset.releases).toEqual([
      { name: `${name}-2` },
      { name },
    ]);
  });

  test('today within a release is its day, however late it is asked', async () => {
    const { db } = room;
    const later = await createServer({
      db,
      settings: { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
      today: () => '2031-01-01',
    });
    const query = '{ totals { assumptions { at knownOn } due { low high } pledged { low high } } }';
    const ask = async (url: string) =>
      (await later.inject({ method: 'POST', url, payload: { query } })).json().data.totals;
    const [released, live] = [await ask(`/graphql?release=${name}`), await ask('/graphql')];
    expect(released.assumptions).toEqual({ at: name, knownOn: name });
    expect(live.assumptions).toEqual({ at: '2031-01-01', knownOn: '2031-01-01' });
    expect(released.due.high).toBeLessThan(released.pledged.high);
    expect(live.due).toEqual(live.pledged);
    await later.close();
  });

  describe('pages', () => {
    let web: Server;
    let app: Newsroom['app'];
    let seen: Pick<IncomingMessage, 'url' | 'headers'>[];
    beforeAll(async () => {
      web = createHttpServer((request, response) => {
        seen.push({ url: request.url, headers: request.headers });
        response.writeHead(200, { 'content-type': 'text/html' }).end(`page ${request.url}`);
      });
      await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
      app = await createServer({
        db: room.db,
        settings: {
          logLevel: 'silent',
          webOrigin: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
          publicUrl: PUBLIC_URL,
          secret: SECRET,
        },
      });
    });
    afterAll(async () => {
      web.close();
      await app.close();
    });
    const visit = async (url: string, headers = {}) => {
      seen = [];
      return app.inject({ url, headers: { accept: 'text/html', ...headers } });
    };

    test('are told of their release by the address alone', async () => {
      const forged = { 'x-muster-release': 'forged', 'x-muster-release-day': '1999-01-01' };
      await visit(`/countries?known=2024-09-09&release=${name}`, forged);
      expect(seen[0]?.url).toBe(`/countries?known=2024-09-09&release=${name}`);
      expect(seen[0]?.headers).toMatchObject({ 'x-muster-release': name, 'x-muster-release-day': name });
      await visit('/countries', forged);
      expect(seen[0]?.headers).not.toHaveProperty('x-muster-release');
      expect(seen[0]?.headers).not.toHaveProperty('x-muster-release-day');
    });

    test('of an unknown release are a page that says so; files and embeds one line', async () => {
      const page = await visit('/countries?release=never%2F..');
      expect([page.statusCode, page.headers.location]).toEqual([302, '/data/releases/never%2F..']);
      expect(seen).toEqual([]);
      for (const url of ['/data/releases/never', '/data/releases/never?a=b']) {
        const { statusCode, payload } = await visit(url);
        expect([statusCode, payload]).toEqual([404, `page ${url}`]);
      }
      expect((await visit(`/data/releases/${name}`)).statusCode).toBe(200);
      expect((await visit(`/data/releases/${name}/`)).headers.location).toBe(`/data/releases/${name}`);
      for (const url of ['/countries.csv?release=never', '/embed/countries?release=never']) {
        const { statusCode, payload } = await visit(url);
        expect([url, statusCode, payload]).toEqual([
          url,
          404,
          expect.stringMatching(/^There is no release “never”; there is /),
        ]);
        expect(seen).toEqual([]);
      }
    });
  });
});

test.each(databases)(
  'a release of the starter dataset on %s answers as the records did on its day',
  async (kind) => {
    const db = await openSeeded(kind);
    await createRelease(db, { day: TODAY, at: new Date(`${TODAY}T12:00:00Z`) });
    const app = await createServer({
      db,
      settings: { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
      today: () => TODAY,
    });
    const ask = async (url: string) => {
      const { data, errors } = (
        await app.inject({ method: 'POST', url, payload: { query: EVERYTHING } })
      ).json();
      expect(errors).toBeUndefined();
      const { citation: _, release: __, ...dataset } = data.dataset;
      return { ...data, dataset };
    };
    const released = await ask(`/graphql?release=${TODAY}`);
    expect(released.commitments.totalCount).toBeGreaterThan(20);
    expect(released.search.length).toBeGreaterThan(0);
    expect(released.changes.nodes.length).toBeGreaterThan(20);
    expect(released).toEqual(await ask('/graphql'));
    await app.close();
    await db.close();
  },
);
