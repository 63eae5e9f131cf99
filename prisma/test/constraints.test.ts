import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolatedConstraint } from '../src/index.ts';
import type { TestDatabase } from '../src/testing.ts';
import { kinds, openMigrated } from './databases.ts';
import { records } from './records.ts';

/** Each constraint, and the change that it must refuse. */
const violations: Record<string, string> = {
  count_quantity_complete: 'UPDATE count SET quantity_low = 1',
  count_quantity_ordered: 'UPDATE count SET quantity_low = 2, quantity_high = 1',
  count_quantity_not_negative: 'UPDATE count SET quantity_low = -1, quantity_high = 1',
  claim_range_complete: 'UPDATE claim SET high = 1',
  claim_range_ordered: 'UPDATE claim SET low = 2, high = 1',
  claim_range_not_negative: 'UPDATE claim SET low = -2, high = -1',
  count_recipient_share_complete: 'UPDATE count_recipient SET share_high = 1',
  count_recipient_share_ordered: 'UPDATE count_recipient SET share_low = 2, share_high = 1',
  count_recipient_share_not_negative: 'UPDATE count_recipient SET share_low = -1, share_high = 1',
  count_window_ordered: `UPDATE count SET window_start = '2024-01-01', window_start_precision = 'DAY',
    window_end = '2024-01-01', window_end_precision = 'DAY'`,
  count_window_end_latest_ordered: "UPDATE count SET window_end_latest = '2024-01-01'",
  count_window_start_precision: "UPDATE count SET window_start = '2024-01-01'",
  count_window_end_precision: "UPDATE count SET window_end_precision = 'YEAR'",
  count_stated_on_precision: "UPDATE count SET stated_on = '2024-01-01'",
  source_published_on_precision: "UPDATE source SET published_on = '2024-01-01'",
  event_days_ordered: `UPDATE event SET starts_on = '2024-01-02', starts_on_precision = 'DAY',
    ends_on = '2024-01-01', ends_on_precision = 'DAY'`,
  event_starts_on_precision: "UPDATE event SET starts_on = '2024-01-01'",
  event_ends_on_precision: "UPDATE event SET ends_on = '2024-01-01'",
  event_stated_on_precision: "UPDATE event SET stated_on_precision = 'DAY'",
  group_membership_ordered: "UPDATE group_membership SET since = '2024-01-01', until = '2024-01-01'",
  count_recipient_country_or_group: "UPDATE count_recipient SET country_iso3 = 'CHN', group_id = 1",
  other_figure_count_or_event: 'UPDATE other_figure SET count_id = NULL, event_id = NULL',
  provider_country_by_kind: "UPDATE provider SET kind = 'ORGANISATION'",
  count_status_by_kind: "UPDATE count SET kind = 'REPORTED_TOTAL'",
  link_to_another: 'UPDATE link SET to_id = from_id',
  source_derived_from_another: 'UPDATE source SET derived_from_id = id',
  event_supersedes_another: 'UPDATE event SET supersedes_id = id',
  count_version_positive: 'UPDATE count SET version = 0',
  count_published_at_present: "UPDATE count SET state = 'PUBLISHED'",
  count_retracted_reason_by_state: "UPDATE count SET state = 'RETRACTED', published_at = now()",
  event_version_positive: 'UPDATE event SET version = 0',
  event_published_at_present: "UPDATE event SET state = 'RETRACTED', retracted_reason = 'wrong'",
  event_retracted_reason_by_state: "UPDATE event SET retracted_reason = 'wrong'",
  revision_version_positive: 'UPDATE revision SET version = 0',
  count_slug_form: "UPDATE count SET slug = 'Two Words' WHERE id = 1",
  provider_slug_form: "UPDATE provider SET slug = 'a--b'",
  program_slug_form: "UPDATE program SET slug = ''",
  event_slug_form: "UPDATE event SET slug = '-a'",
  country_group_slug_form: "UPDATE country_group SET slug = 'a-'",
  source_slug_form: "UPDATE source SET slug = 'é'",
  source_url_form: "UPDATE source SET url = 'javascript:alert(1)'",
  source_archived_url_form: "UPDATE source SET archived_url = 'https://a b'",
  country_iso3_form: "INSERT INTO country (iso3, iso2, name) VALUES ('chn', 'XX', 'x')",
  country_iso2_form: "INSERT INTO country (iso3, iso2, name) VALUES ('XXX', 'x1', 'x')",
  country_m49_form: "UPDATE country SET m49 = 'CHN'",
  country_region_m49_form: "UPDATE country SET region_m49 = '14'",
  country_subregion_m49_form: "UPDATE country SET subregion_m49 = '0x0'",
  data_revision_single: 'INSERT INTO data_revision (id, revision, published_at) VALUES (2, 0, now())',
  data_revision_not_negative: 'UPDATE data_revision SET revision = -1',
  sign_in_attempt_attempts_positive:
    "INSERT INTO sign_in_attempt (key, attempts, last_at) VALUES ('x', 0, now())",
};

describe.each(kinds)('constraints on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openMigrated(kind);
    await database.executeScript(records);
  });
  afterAll(() => database.close());

  test.each(Object.entries(violations))('%s', async (name, sql) => {
    const error = await database.query(sql).catch((reason) => reason);
    expect(findViolatedConstraint(error)).toBe(name);
  });

  test('every one of them is tested', async () => {
    const rows = await database.query<{ name: string }>(
      "SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(violations).sort());
  });

  test('the name comes through Prisma as well, of unique and foreign keys too', async () => {
    const { prisma } = database;
    const nameOf = (work: Promise<unknown>) => work.then(() => 'accepted', findViolatedConstraint);
    expect(await nameOf(prisma.program.create({ data: { slug: 'A B', name: 'x' } }))).toBe(
      'program_slug_form',
    );
    expect(await nameOf(prisma.program.create({ data: { slug: 'gsi', name: 'x' } }))).toBe(
      'program_slug_key',
    );
    expect(await nameOf(prisma.count.update({ where: { id: 1 }, data: { programId: 99 } }))).toBe(
      'count_program_id_fkey',
    );
    expect(findViolatedConstraint(new Error('something else'))).toBeNull();
  });

  test('what is right is accepted', async () => {
    await database.executeScript(`
      BEGIN;
      UPDATE count SET quantity_low = 0, quantity_high = 0, window_end = '2025-01-01', window_end_precision = 'YEAR',
        window_end_latest = '2025-01-01' WHERE id = 1;
      UPDATE count SET state = 'RETRACTED', retracted_reason = 'wrong', published_at = now() WHERE id = 2;
      UPDATE source SET url = 'http://example.org/a?b=c#d', archived_url = 'HTTPS://example.org';
      ROLLBACK;`);
  });
});
