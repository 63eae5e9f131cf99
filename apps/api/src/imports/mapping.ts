import { TABLE_FIELDS } from './columns.ts';

/** For each column the field that it fills; null: it is left out. */
export type Mapping = (string | null)[];

const FIELD_NAMES = new Set(TABLE_FIELDS.map(({ name }) => name));

/** Fields by the columns' own names, as an export or a person writes them; of two columns for one field the first. */
export function proposeMapping(header: readonly string[]): Mapping {
  const byName = new Map<string, string>();
  for (const { name, aliases = [] } of TABLE_FIELDS) {
    for (const alias of [name, ...aliases]) byName.set(simplify(alias), name);
  }
  const taken = new Set<string>();
  return header.map((column) => {
    const field = byName.get(simplify(column)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** What is wrong with a mapping, in words; null where it holds. */
export function findMappingProblem(header: readonly string[], mapping: unknown): string | null {
  if (!Array.isArray(mapping) || mapping.length !== header.length) {
    return `give one field, or null, for each of the ${header.length} columns`;
  }
  const seen = new Set<unknown>();
  for (const field of mapping) {
    if (field === null) continue;
    if (!FIELD_NAMES.has(field)) {
      return `there is no field ${String(field).slice(0, 60)}; there are ${[...FIELD_NAMES].join(', ')}`;
    }
    if (seen.has(field)) return `two columns fill ${String(field)}; choose one`;
    seen.add(field);
  }
  return null;
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
