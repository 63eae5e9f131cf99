import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type Person, PUBLIC_URL } from './people.ts';

export interface GivenFile {
  format: 'csv' | 'xlsx' | 'json';
  content: string | Buffer;
  name?: string;
}

/** A person who imports: each call is one request of theirs, as their browser would send it. */
export function importAs(app: FastifyInstance, person: Person | null, headers: Record<string, string> = {}) {
  const sent = { origin: PUBLIC_URL, ...(person && { cookie: person.cookie }), ...headers };
  const post = (url: string, payload?: object): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url: `/api/admin/import${url}`,
      headers: sent,
      ...(payload && { payload }),
    });
  const get = (url: string): Promise<LightMyRequestResponse> =>
    app.inject({ url: `/api/admin/import${url}`, headers: sent });

  async function wait(id: number): Promise<any> {
    for (;;) {
      const job = (await get(`/${id}`)).json();
      if (!['CHECKING', 'APPLYING'].includes(job.state)) return job;
      await sleep(20);
    }
  }

  return {
    post,
    get,
    wait,
    upload: ({ format, content, name = `file.${format}` }: GivenFile) =>
      app.inject({
        method: 'POST',
        url: `/api/admin/import?format=${format}&name=${encodeURIComponent(name)}`,
        headers: { 'content-type': 'application/octet-stream', ...sent },
        payload: content,
      }),
    /** Uploads and checks; gives the job as it then stands. */
    async check(file: GivenFile, mapping?: (string | null)[]): Promise<any> {
      const uploaded = await this.upload(file);
      if (uploaded.statusCode !== 201) throw new Error(uploaded.body);
      const { id } = uploaded.json();
      const begun = await post(`/${id}/check`, mapping ? { mapping } : {});
      if (begun.statusCode !== 202) throw new Error(begun.body);
      return wait(id);
    },
    async apply(id: number, choice: object = {}): Promise<any> {
      const begun = await post(`/${id}/apply`, choice);
      if (begun.statusCode !== 202) throw new Error(begun.body);
      return wait(id);
    },
    /** All rows of a verdict. */
    async rows(id: number, verdict: string): Promise<any[]> {
      const found = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: any = (await get(`/${id}/rows?verdict=${verdict}&after=${after}`)).json();
        found.push(...page.rows);
        after = page.next;
      }
      return found;
    },
  };
}
