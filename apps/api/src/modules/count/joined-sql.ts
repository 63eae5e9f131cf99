import { Prisma } from '@muster/db';
import { type KeysetColumns, keysetOrderSql, keysetSql } from '../../keyset.ts';
import type { Place } from '../../pagination.ts';
import { mergeSelections, type Selection } from '../../selection.ts';
import type { Bind } from '../totals/values.ts';
import { COUNT, COUNTRY, chooseFields, GROUP, PROGRAM, PROVIDER, SOURCE } from './chosen-fields.ts';
import type { countOrder } from './order.ts';

const {
  CountRecipientScalarFieldEnum: RECIPIENT,
  ClaimScalarFieldEnum: CLAIM,
  OtherFigureScalarFieldEnum: FIGURE,
} = Prisma;

const NOTHING: Selection = new Map();

/** Relations that a count's own statement can hold; `links` are not among them. */
const RELATIONS: Record<string, (selection: Selection) => string> = {
  program: (asked) =>
    `(SELECT ${writeObject('p', chooseFields(PROGRAM, asked), asked)} FROM program p WHERE p.id = c.program_id)`,
  providers: (asked) =>
    writeList(
      `json_build_object('provider', ${writeObject('v', chooseFields(PROVIDER, asked), asked)}) ORDER BY cp.position`,
      'count_provider cp JOIN provider v ON v.id = cp.provider_id WHERE cp.count_id = c.id',
    ),
  recipients: (asked) => {
    const [ofCountry, ofGroup] = [asked.get('country') ?? NOTHING, asked.get('group') ?? NOTHING];
    const country = writeObject('n', chooseFields(COUNTRY, ofCountry), ofCountry);
    const group = writeObject('g', chooseFields(GROUP, ofGroup), ofGroup);
    // Joined, all countries would be hashed anew for each count.
    const recipient = writeObject('r', Object.values(RECIPIENT), asked, {
      country: `(SELECT ${country} FROM country n WHERE n.iso3 = r.country_iso3)`,
      group: `(SELECT ${group} FROM country_group g WHERE g.id = r.group_id)`,
    });
    return writeList(`${recipient} ORDER BY r.position`, 'count_recipient r WHERE r.count_id = c.id');
  },
  claims: (asked) => {
    const [fields, source] = [Object.values(CLAIM), asked.get('source')];
    if (!source) {
      const claim = writeObject('m', fields, asked);
      return writeList(`${claim} ORDER BY m.position, m.id`, 'claim m WHERE m.count_id = c.id');
    }
    const claim = writeObject('m', fields, asked, {
      source: writeObject('s', chooseFields(SOURCE, source), source),
    });
    return writeList(
      `${claim} ORDER BY m.position, m.id`,
      'claim m JOIN source s ON s.id = m.source_id WHERE m.count_id = c.id',
    );
  },
  otherFigures: (asked) =>
    writeList(
      `${writeObject('f', Object.values(FIGURE), asked)} ORDER BY f.position`,
      'other_figure f WHERE f.count_id = c.id',
    ),
};

interface JoinedCounts {
  /** On `c`, a row of "count"; its values are bound. */
  condition: string;
  order?: ReturnType<typeof countOrder>;
  place: Place;
  take: number;
  selection: Selection;
}

/** One statement for counts and what is asked of their relations, each as JSON of the fields that Prisma has. */
export function joinedCountsSql(
  { condition, order, place, take, selection }: JoinedCounts,
  bind: Bind,
): string {
  // Whether a promise can be followed is judged by its claims.
  const isAsked = (name: string) =>
    selection.has(name) || (name === 'claims' && selection.has('trackability'));
  const relations = Object.entries(RELATIONS)
    .filter(([name]) => isAsked(name))
    .map(([name, write]) => `, ${write(selection.get(name) ?? NOTHING)} AS "${name}"`);
  // A claim's count is the row itself.
  const ofRow = mergeSelections(selection, selection.get('claims')?.get('count') ?? NOTHING);
  const fields = chooseFields(COUNT, ofRow, order ? [order.column] : []);
  const own = fields.map((field) => `c.${toColumn(field)} AS "${field}"`);
  const columns = order && columnsOf(order.column);
  const bounds = columns
    ? place.bounds.map((bound) => ` AND ${inline(keysetSql(order, columns, bound), bind)}`)
    : [];
  const sorting = columns ? `ORDER BY ${inline(keysetOrderSql(order, columns, place.isBackward), bind)}` : '';
  return `SELECT ${own.join(', ')}${relations.join('')} FROM "count" c
    WHERE ${condition}${bounds.join('')} ${sorting} LIMIT ${bind(take)}::int`;
}

function columnsOf(column: string): KeysetColumns {
  return { value: Prisma.raw(`c.${toColumn(column)}`), key: Prisma.raw('c.slug') };
}

/** Every column's name is its field's, in the database's way of writing. */
function toColumn(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function writeObject(
  alias: string,
  fields: readonly string[],
  asked: Selection,
  more: Record<string, string> = {},
): string {
  const own = fields
    .filter((field) => field !== 'createdAt' && (field !== 'updatedAt' || asked.has(field)))
    .map((field) => [field, `${alias}.${toColumn(field)}`]);
  const parts = [...own, ...Object.entries(more)].map(([field, value]) => `'${field}', ${value}`);
  return `json_build_object(${parts.join(', ')})`;
}

function writeList(item: string, from: string): string {
  return `(SELECT coalesce(json_agg(${item}), '[]'::json) FROM ${from})`;
}

function inline({ strings, values }: Prisma.Sql, bind: Bind): string {
  return strings.reduce((text, part, index) => `${text}${bind(values[index - 1])}${part}`);
}
