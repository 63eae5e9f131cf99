import type { InputRecord } from '../modules/import/entities.ts';
import type { Mapping } from './mapping.ts';
import type { Problem } from './table-record.ts';

const TELLING = ['claims', 'number', 'source', 'fragment', 'locator', 'language'];
const WINDOW = {
  start: 'windowStart',
  end: 'windowEnd',
  endLatest: 'windowEndLatest',
  stated: 'windowStated',
};

/** A stored record with what the table has columns for put in its place: a table need not tell the whole record. */
export function keepUnmapped(
  record: Record<string, unknown>,
  before: InputRecord,
  mapping: Mapping,
): { record: Record<string, unknown>; problems: Problem[] } {
  const old = before as unknown as Record<string, unknown>;
  const merged = { ...record };
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(old)) {
    if (field === 'window') {
      merged.window = mergeWindow(record.window as object, value as object, mapping);
    } else if (field === 'claims') {
      const told = TELLING.filter((name) => mapping.includes(name));
      if (told.length === 0) merged.claims = value;
      else if (!mapping.includes('claims') && (value as unknown[]).length > 1) {
        problems.push({
          field: told[0] ?? 'claims',
          message:
            'the record has several claims; give them all in a column claims, or leave these columns out',
        });
      }
    } else if (!mapping.includes(field)) merged[field] = value;
  }
  return { record: merged, problems };
}

function mergeWindow(window: object, before: object, mapping: Mapping): object {
  const kept = Object.entries(before).filter(
    ([part]) => !mapping.includes(WINDOW[part as keyof typeof WINDOW]),
  );
  return { ...window, ...Object.fromEntries(kept) };
}
