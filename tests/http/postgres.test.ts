import { afterAll, expect, test } from 'vitest';
import { startPostgres } from '../../prisma/src/testing.ts';
import { startProduct } from '../support/start.ts';

const cluster = await startPostgres();
afterAll(() => cluster?.stop());

test.skipIf(!cluster)(
  'by DATABASE_URL the product runs on PostgreSQL, and finds its records again',
  async () => {
    const first = await startProduct({ DATABASE_URL: cluster?.url ?? '' });
    expect(first.output()).toMatch(/98 records/);
    const page = await (await fetch(`${first.origin}/commitments/cn-lianyungang-2024-3000`)).text();
    expect(page).toContain('will provide training to 3,000 law enforcement officials');
    expect(await first.stop()).toBe(0);

    const second = await startProduct({ DATABASE_URL: cluster?.url ?? '' });
    expect(second.output()).not.toMatch(/98 records/);
    expect((await fetch(`${second.origin}/readyz`)).status).toBe(200);
    expect(await second.stop()).toBe(0);
  },
);
