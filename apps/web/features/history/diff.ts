import { listUnseen } from '@muster/schema/rules';
import { sortFields } from './field-words.ts';
import { diffText, type TextPart } from './text-diff.ts';
import { isNothing, isObject } from './value-text.ts';
import { findValueWords } from './value-words.ts';

/** What a record says, field by field, in the form of its input. */
export type Content = Readonly<Record<string, unknown>>;

/** A field that says something else than before. */
export type FieldDiff = { field: string } & (
  | { is: 'value'; before: unknown; after: unknown }
  | { is: 'text'; parts: TextPart[] }
  | { is: 'fields'; fields: FieldDiff[] }
  | { is: 'items'; items: ItemDiff[]; unchanged: number; isReordered: boolean }
);

/** An item of a list that came, went, or says something else; `name` tells which. */
export type ItemDiff =
  | { is: 'added' | 'removed'; item: unknown }
  | { is: 'changed'; name: string; fields: FieldDiff[] };

/** What tells the items of a list apart; a second item of the same name is another. */
const names: Readonly<Record<string, readonly string[]>> = {
  claims: ['source'],
  sources: ['source'],
  members: ['country'],
  recipients: ['country', 'group'],
  countries: ['country'],
  groups: ['group'],
  otherFigures: ['label'],
};

/** By the rule that tells edits apart when they are merged. */
const isSame = (before: unknown, after: unknown): boolean =>
  listUnseen({ value: before }, { value: after }).length === 0;

/** The fields that differ, in the order in which they are read. Null: there was no record, or there is none any more. */
export function diffContent(before: Content | null, after: Content | null): FieldDiff[] {
  return sortFields({ ...before, ...after }).flatMap(([field]) =>
    diffField(field, before?.[field], after?.[field]),
  );
}

function diffField(field: string, before: unknown, after: unknown): FieldDiff[] {
  if (isSame(before, after) || (isNothing(before) && isNothing(after))) return [];
  if (Array.isArray(before ?? []) && Array.isArray(after ?? []) && (before ?? after) !== undefined) {
    return [diffItems(field, toList(before), toList(after))];
  }
  if (isObject(before) && isObject(after) && !('precision' in after)) {
    return [{ field, is: 'fields', fields: diffContent(before, after) }];
  }
  if (isProse(field, before) && isProse(field, after)) {
    return [{ field, is: 'text', parts: diffText(before, after) }];
  }
  return [{ field, is: 'value', before: before ?? null, after: after ?? null }];
}

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Text of more than a few words, of which a part may have changed. */
function isProse(field: string, value: unknown): value is string {
  return typeof value === 'string' && findValueWords(field, value) === null && value.split(/\s+/).length > 3;
}

function diffItems(field: string, before: unknown[], after: unknown[]): FieldDiff {
  const [old, now] = [indexItems(field, before), indexItems(field, after)];
  const removed = [...old].flatMap(([name, item]): ItemDiff[] =>
    now.has(name) ? [] : [{ is: 'removed', item }],
  );
  const others = [...now].flatMap(([name, item]): ItemDiff[] => {
    if (!old.has(name)) return [{ is: 'added', item }];
    const earlier = old.get(name);
    if (isSame(earlier, item)) return [];
    return [
      {
        is: 'changed',
        name: nameItem(field, item),
        fields: diffContent(toContent(earlier), toContent(item)),
      },
    ];
  });
  const shared = [...now.keys()].filter((name) => old.has(name));
  const changed = others.filter(({ is }) => is === 'changed').length;
  return {
    field,
    is: 'items',
    items: [...removed, ...others],
    unchanged: shared.length - changed,
    isReordered: !isSame(
      shared,
      [...old.keys()].filter((name) => now.has(name)),
    ),
  };
}

const toContent = (item: unknown): Content => (isObject(item) ? item : {});

function nameItem(field: string, item: unknown): string {
  if (!isObject(item)) return String(item);
  const name = names[field]?.map((key) => item[key]).find((value) => !isNothing(value));
  return name === undefined ? JSON.stringify(item) : String(name);
}

function indexItems(field: string, list: readonly unknown[]): Map<string, unknown> {
  const items = new Map<string, unknown>();
  for (const item of list) {
    const name = nameItem(field, item);
    let turn = 0;
    while (items.has(`${name} ${turn}`)) turn += 1;
    items.set(`${name} ${turn}`, item);
  }
  return items;
}

/** A revision's JSON; null where there is none. */
export function readContent(json: string | null | undefined): Content | null {
  return json ? (JSON.parse(json) as Content) : null;
}
