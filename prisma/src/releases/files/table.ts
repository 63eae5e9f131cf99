export type FieldType = 'string' | 'integer' | 'date' | 'datetime' | 'boolean';

/** A column of a file: what it holds, its unit, and what an empty field means. */
export interface Field {
  name: string;
  type: FieldType;
  description: string;
  /** SQL over the table's `from`. */
  sql: string;
}

/** A table of a release as a file. */
export interface TableFile {
  /** Of the file, without `.csv`. */
  name: string;
  title: string;
  fields: Field[];
  /** SQL after FROM. Names without a schema are the release's. */
  from: string;
  /** SQL after ORDER BY: the same order on every database. */
  orderBy: string;
  /** Fields that tell a row from any other. */
  primaryKey?: string[];
  /** Field → file and field that it points to. */
  pointsTo?: Record<string, [file: string, field: string]>;
}

export function field(name: string, type: FieldType, sql: string, description: string): Field {
  return { name, type, sql, description };
}

export const text = (name: string, sql: string, description: string) =>
  field(name, 'string', sql, description);
export const whole = (name: string, sql: string, description: string) =>
  field(name, 'integer', sql, description);

/** A day and how much of it the source gives. */
export function day(name: string, column: string, description: string): Field[] {
  return [
    field(
      name,
      'date',
      column,
      `${description} The first day of the stated period. Empty: the record is silent.`,
    ),
    text(
      `${name}_precision`,
      `${column}_precision::text`,
      `How much of ${name} the source gives: DAY, MONTH or YEAR.`,
    ),
  ];
}

/** An instant in UTC, to the millisecond. */
export function instant(name: string, column: string, description: string): Field {
  const sql = `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return field(name, 'datetime', sql, description);
}

/** Text in the order of its bytes, whatever the database's language. */
export const byBytes = (sql: string) => `${sql} COLLATE "C"`;
