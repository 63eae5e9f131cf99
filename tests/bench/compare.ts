type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/**
 * Where two answers differ first, with both values; null where they are equal. Order of names is no difference, nor are
 * numbers that are no further apart than `tolerance`.
 */
export function findDifference(one: Json, other: Json, tolerance = 0, path = ''): string | null {
  if (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) <= tolerance) return null;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    return one === other
      ? null
      : `${path || 'the answer'}: ${JSON.stringify(one)}, not ${JSON.stringify(other)}`;
  }
  const [ones, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  for (const name of new Set([...ones.keys(), ...others.keys()])) {
    const below = path ? `${path}.${name}` : name;
    if (!ones.has(name) || !others.has(name)) return `${below}: in one answer only`;
    const found = findDifference(ones.get(name) ?? null, others.get(name) ?? null, tolerance, below);
    if (found) return found;
  }
  return null;
}

function isObject(value: Json): value is Json[] | { [name: string]: Json } {
  return typeof value === 'object' && value !== null;
}
