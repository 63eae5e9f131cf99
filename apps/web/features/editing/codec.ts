import { impreciseDate } from '@muster/schema/rules';
import type { z } from 'zod';

/** The input as a form holds it: every leaf is text, empty text is "not told"; ticks are booleans, lists of words lists. */
export type Fields = Record<string, unknown>;

type Schema = z.core.$ZodType;

/** What a record says, as fields. What is missing is empty. */
export function toFields(rules: Schema, value: unknown): unknown {
  const rule = unwrap(rules);
  const { def } = rule._zod;
  if (isObject(def)) {
    const given = (value ?? (rule === impreciseDate ? { precision: 'DAY' } : {})) as Record<string, unknown>;
    return mapObject(def.shape, (part, key) => toFields(part, given[key]));
  }
  if (isArray(def))
    return ((value as unknown[] | null | undefined) ?? []).map((item) => toFields(def.element, item));
  if (def.type === 'boolean') return value === true;
  return value === null || value === undefined ? '' : String(value);
}

/** Fields as the input that the rules check and the API takes. Nothing is refused here: that is for the rules. */
export function toInput(rules: Schema, fields: unknown): unknown {
  const rule = unwrap(rules);
  const { def } = rule._zod;
  if (isObject(def)) {
    const given = (fields ?? {}) as Record<string, unknown>;
    if (rule === impreciseDate && given.date === '') return null;
    return mapObject(def.shape, (part, key) => toInput(part, given[key]));
  }
  if (isArray(def))
    return ((fields as unknown[] | undefined) ?? []).map((item) => toInput(def.element, item));
  if (def.type === 'boolean') return fields === true;
  const text = typeof fields === 'string' ? fields : '';
  if (def.type === 'number') return readWholeNumber(text);
  // A required line that is empty stays text, so that the rules can say that it must not be.
  return text.trim() === '' && (def.type === 'enum' || isNullable(rules)) ? null : text;
}

/** "2,700" and "2 700" are read; anything else is left for the rules to refuse. */
function readWholeNumber(text: string): unknown {
  const digits = text.replace(/[\s,\u00a0\u202f]/g, '');
  if (digits === '') return null;
  return /^\d{1,16}$/.test(digits) ? Number(digits) : text;
}

/** Every leaf of the rules by its path, with `0` for the first item of a list: what a form must have a control for. */
export function listLeaves(rules: Schema, path = ''): string[] {
  const { def } = unwrap(rules)._zod;
  const join = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (isObject(def)) return Object.entries(def.shape).flatMap(([key, part]) => listLeaves(part, join(key)));
  if (!isArray(def)) return [path];
  const item = unwrap(def.element)._zod.def;
  return isObject(item) ? listLeaves(def.element, join('0')) : [path];
}

type Shape = Readonly<Record<string, Schema>>;

const isObject = (def: Schema['_zod']['def']): def is z.core.$ZodObjectDef => def.type === 'object';
const isArray = (def: Schema['_zod']['def']): def is z.core.$ZodArrayDef => def.type === 'array';

const mapObject = (shape: Shape, map: (part: Schema, key: string) => unknown) =>
  Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, map(part, key)]));

/** The rule inside what may be null, has a default, or is changed after it was checked. */
function unwrap(rule: Schema): Schema {
  const { def } = rule._zod as { def: { type: string; innerType?: Schema; in?: Schema } };
  if (def.type === 'pipe' && def.in) return unwrap(def.in);
  return def.innerType ? unwrap(def.innerType) : rule;
}

function isNullable(rule: Schema): boolean {
  const { def } = rule._zod as { def: { type: string; innerType?: Schema; in?: Schema } };
  if (def.type === 'nullable') return true;
  if (def.type === 'pipe' && def.in) return isNullable(def.in);
  return def.innerType ? isNullable(def.innerType) : false;
}

/** A new item of a list of the input, as fields. */
export function blankItem(rules: Schema, list: string, given: object = {}): unknown {
  const { def } = unwrap(rules)._zod;
  const rule = isObject(def) ? def.shape[list] : undefined;
  const items = rule ? unwrap(rule)._zod.def : undefined;
  if (!items || !isArray(items)) throw new Error(`${list} is no list`);
  return toFields(items.element, given);
}
