import { type GraphQLInputType, getNamedType, getNullableType, isInputObjectType } from 'graphql';
import type { InputError } from '../errors.ts';
import { checkValues } from '../request-check.ts';
import { listArguments } from './contract.ts';
import type { TableWords } from './table.ts';
import { coerce, readJson, readTexts, refuseParameter } from './values.ts';

/** Of a request's address. */
export type QueryString = Record<string, string | string[] | undefined>;

/** Checked arguments of the API's list that a table is like. */
export type TableArgs = Record<string, unknown>;

/** A parameter that a table takes, and what it means. */
export interface Parameter {
  name: string;
  description: string;
}

interface Target {
  /** Within the arguments: `['filter', 'statedOn', 'from']`. */
  path: string[];
  type: GraphQLInputType;
}

/** The parameters of a table beside `release`: arguments of the API's list, and the fields of its filter. */
export function listParameters(table: Pick<TableWords, 'like'>): Parameter[] {
  return listArguments(table).flatMap(({ name, type, description }) => {
    if (name !== 'filter') return [{ name, description: description ?? '' }];
    return [
      ...listFields(type),
      { name, description: 'All of the filter as JSON, shaped as the API’s input.' },
    ];
  });
}

function listFields(
  filter: GraphQLInputType,
  before: Parameter = { name: '', description: '' },
): Parameter[] {
  const object = getNullableType(filter);
  if (!isInputObjectType(object)) return [];
  return Object.values(object.getFields()).flatMap(({ name, type, description }) => {
    const field = {
      name: before.name + name,
      description: [before.description, description].filter(Boolean).join(' '),
    };
    if (!isInputObjectType(getNamedType(type))) return [field];
    // Filters within filters are told in JSON alone.
    if (getNamedType(type) === object || !isInputObjectType(getNullableType(type))) return [];
    return listFields(type, { ...field, name: `${field.name}.` });
  });
}

/**
 * What an address asks of a table, checked against the contract: `provider=china&provider=cepol`,
 * `statedOn.from=2020-01-01`, or `filter={…}` as JSON. Throws InputError, which names the parameter and the remedy.
 */
export function readParameters(table: TableWords, query: QueryString): TableArgs {
  const args: TableArgs = {};
  if (query.filter !== undefined) args.filter = readJson('filter', query.filter);
  for (const [name, given] of Object.entries(query)) {
    if (name === 'release' || name === 'filter' || given === undefined) continue;
    checkValues(name, given);
    const target = findTarget(table, name);
    if (!target) throw refuseUnknown(table, name);
    put(args, target.path, name, readTexts(name, [given].flat(), target.type));
  }
  for (const { name, type } of listArguments(table)) {
    if (!(name in args)) continue;
    args[name] = coerce(args[name], type, (path) => {
      if (name !== 'filter') return name;
      // Places within a list are told where the address has a list: in JSON.
      if (query.filter !== undefined) return ['filter', ...path].join('.');
      return path.filter((part) => typeof part === 'string').join('.');
    });
  }
  return args;
}

function findTarget(table: TableWords, name: string): Target | null {
  const args = listArguments(table);
  const arg = args.find((it) => it.name === name);
  if (arg) return { path: [name], type: arg.type };
  let type = args.find((it) => it.name === 'filter')?.type;
  const path = name.replace(/^filter\./, '').split('.');
  for (const part of path) {
    const object = type && getNullableType(type);
    type = isInputObjectType(object) ? object.getFields()[part]?.type : undefined;
  }
  return type ? { path: ['filter', ...path], type } : null;
}

function put(args: TableArgs, path: readonly string[], name: string, value: unknown): void {
  const [last = ''] = path.slice(-1);
  let object = args;
  for (const part of path.slice(0, -1)) {
    object[part] ??= {};
    object = object[part] as TableArgs;
  }
  if (Object.hasOwn(object, last)) throw refuseParameter(name, 'is given twice; give it once');
  object[last] = value;
}

function refuseUnknown(table: TableWords, name: string): InputError {
  const names = ['release', ...listParameters(table).map((it) => it.name)].sort();
  return refuseParameter(name.slice(0, 60), `no parameter of ${table.name}; it takes ${names.join(', ')}`);
}
