import {
  coerceInputValue,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { InputError } from '../errors.ts';
import { limits } from '../limits/limits.ts';
import { checkValues } from '../request-check.ts';

export function refuseParameter(name: string, message: string): InputError {
  return new InputError(name, message, { http: { status: 400 } });
}

/** The texts of a parameter as a value of the type, not yet checked. Throws InputError for too many, or none. */
export function readTexts(name: string, texts: readonly string[], type: GraphQLInputType): unknown {
  const given = getNullableType(type);
  if (texts.includes('')) throw refuseParameter(name, 'is empty; give a value, or leave it out');
  if (isListType(given)) {
    if (isInputObjectType(getNamedType(given))) throw refuseParameter(name, 'give it in `filter`, as JSON');
    return texts.map((text) => readText(text, given.ofType));
  }
  if (isInputObjectType(given)) {
    const fields = Object.keys(given.getFields()).map((field) => `${name}.${field}`);
    throw refuseParameter(name, `give ${fields.slice(0, 4).join(' or ')}, or \`filter\` as JSON`);
  }
  const [text = '', ...rest] = texts;
  if (rest.length > 0) throw refuseParameter(name, 'is given twice; give it once');
  return readText(text, given);
}

function readText(text: string, type: GraphQLInputType): unknown {
  const { name } = getNamedType(type);
  if (name === 'Boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (/^(Int|SafeInt|Float)$/.test(name) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

/** A JSON object. Throws InputError for anything else, and for what nests deeper than a query may. */
export function readJson(name: string, given: string | string[]): Record<string, unknown> {
  if (typeof given !== 'string') throw refuseParameter(name, 'is given twice; give it once');
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch (error) {
    throw refuseParameter(name, `is not JSON (${(error as Error).message.slice(0, 120)})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuseParameter(name, 'is no JSON object; write {"provider": ["china"]}');
  }
  if (isDeeper(value, limits.depth)) {
    throw refuseParameter(name, `nests more than ${limits.depth} levels deep; ask for less at once`);
  }
  checkValues(name, value);
  return value as Record<string, unknown>;
}

// Level by level: calls could nest too deeply.
function isDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((it) => (typeof it === 'object' && it !== null ? Object.values(it) : []));
  }
  return false;
}

type Path = readonly (string | number)[];

/** The value as the contract's type takes it. Throws InputError for the first part that it does not take. */
export function coerce(value: unknown, type: GraphQLInputType, nameOf: (path: Path) => string): unknown {
  return coerceInputValue(value, type, (path, _, { message }) => {
    const words = message.replace(/^Expected type "\w+"\. /, '').replace(/\.$/, '');
    throw refuseParameter(nameOf(path), words + writeRemedy(typeAt(type, path)));
  });
}

function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  return path.reduce<GraphQLInputType>((at, part) => {
    const given = getNullableType(at);
    if (isListType(given)) return given.ofType;
    return isInputObjectType(given) ? (given.getFields()[part]?.type ?? at) : at;
  }, type);
}

const REMEDIES: Record<string, string> = {
  Int: '; write a whole number',
  Boolean: '; write true or false',
};

function writeRemedy(type: GraphQLInputType): string {
  const of = getNamedType(type);
  if (!isEnumType(of)) return REMEDIES[of.name] ?? '';
  const names = of.getValues().map(({ name }) => name);
  return `; use ${names.join(', ')}`;
}
