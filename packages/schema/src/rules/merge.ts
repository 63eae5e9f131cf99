import { dequal } from 'dequal';

/** What a record says, field by field; values as in JSON. */
export type Content = Readonly<Record<string, unknown>>;

/** A field that both changed; values as JSON text, `mine` null where it was not to be changed. */
export interface FieldConflict {
  field: string;
  original: string;
  theirs: string;
  mine: string | null;
}

/** Lists whose items are told apart by a field; a second item of the same value is another. */
const KEYS: Readonly<Record<string, string>> = { claims: 'source', sources: 'source', members: 'country' };

/**
 * What I and they changed of the same original, in one; or the fields that we changed differently. Claims, sources of an
 * event and members of a group are merged item by item.
 */
export function mergeEdits(
  original: Content,
  theirs: Content,
  mine: Content,
): { merged: Content; conflicts: FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const merged: Record<string, unknown> = { ...theirs };
  for (const field of Object.keys(mine)) {
    const versions = { original: original[field], theirs: theirs[field], mine: mine[field] };
    const value = mergeValue(versions) ?? mergeList(KEYS[field], versions);
    if (value) merged[field] = value.value;
    else conflicts.push({ field, ...mapJson(versions) });
  }
  return { merged, conflicts };
}

/** The fields that they changed and of which I knew nothing. */
export function listUnseen(original: Content, theirs: Content): FieldConflict[] {
  return Object.keys(theirs).flatMap((field) =>
    dequal(original[field], theirs[field])
      ? []
      : [{ field, original: toJson(original[field]), theirs: toJson(theirs[field]), mine: null }],
  );
}

interface Versions<Value = unknown> {
  original: Value;
  theirs: Value;
  mine: Value;
}

function mergeValue<Value>({ original, theirs, mine }: Versions<Value>): { value: Value } | null {
  if (dequal(original, mine)) return { value: theirs };
  if (dequal(original, theirs) || dequal(theirs, mine)) return { value: mine };
  return null;
}

function mergeList(key: string | undefined, versions: Versions): { value: unknown[] } | null {
  if (key === undefined) return null;
  const original = indexItems(versions.original, key);
  const theirs = indexItems(versions.theirs, key);
  const mine = indexItems(versions.mine, key);
  const order = mergeOrder({ original, theirs, mine });
  if (order === null) return null;
  const items: unknown[] = [];
  for (const name of order) {
    const item = mergeValue({ original: original.get(name), theirs: theirs.get(name), mine: mine.get(name) });
    if (item === null) return null;
    if (item.value !== undefined) items.push(item.value);
  }
  return { value: items };
}

function mergeOrder({ original, theirs, mine }: Versions<Map<string, unknown>>): string[] | null {
  const common = [...original.keys()].filter((name) => theirs.has(name) && mine.has(name));
  const orderOf = (items: Map<string, unknown>) => [...items.keys()].filter((name) => common.includes(name));
  const order = mergeValue({ original: common, theirs: orderOf(theirs), mine: orderOf(mine) });
  if (order === null) return null;
  const [first, second] = dequal(order.value, orderOf(theirs)) ? [theirs, mine] : [mine, theirs];
  return [...new Set([...first.keys(), ...second.keys()])];
}

function indexItems(list: unknown, key: string): Map<string, unknown> {
  const items = new Map<string, unknown>();
  for (const item of Array.isArray(list) ? list : []) {
    const name = String(item[key]);
    let turn = 0;
    while (items.has(`${name} ${turn}`)) turn += 1;
    items.set(`${name} ${turn}`, item);
  }
  return items;
}

const toJson = (value: unknown) => JSON.stringify(value ?? null);

const mapJson = ({ original, theirs, mine }: Versions) => ({
  original: toJson(original),
  theirs: toJson(theirs),
  mine: toJson(mine),
});
