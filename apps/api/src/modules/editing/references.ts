import type { RecordState } from '@muster/db';
import type { ImpreciseDate } from '@muster/schema/rules';
import type { FieldProblem } from './results.ts';

export type Kind = 'program' | 'provider' | 'country' | 'group' | 'source' | 'count' | 'event';

/** A record that an input names, and where. */
export interface Mention {
  path: string;
  kind: Kind;
  /** Slug or code. */
  name: string | null;
}

/** The records that an input names, as far as they exist, by the name that it uses. */
export interface References {
  program: ReadonlyMap<string, number>;
  provider: ReadonlyMap<string, number>;
  country: ReadonlyMap<string, string>;
  group: ReadonlyMap<string, number>;
  source: ReadonlyMap<string, { id: number; publishedOn: ImpreciseDate | null }>;
  count: ReadonlyMap<string, { id: number; state: RecordState }>;
  event: ReadonlyMap<string, number>;
}

const WORDS: Partial<Record<Kind, string>> = { count: 'commitment or reported total' };

/** Each name in the input that no record bears. */
export function findUnknownNames(mentions: readonly Mention[], references: References): FieldProblem[] {
  return mentions.flatMap(({ path, kind, name }) =>
    name === null || references[kind].has(name)
      ? []
      : [{ path, message: `there is no ${WORDS[kind] ?? kind} ${name}; choose another` }],
  );
}

/** Throws where the name is unknown, which `findUnknownNames` has told before. */
export function requireNamed<Row>(rows: ReadonlyMap<string, Row>, name: string): Row {
  const row = rows.get(name);
  if (row === undefined) throw new Error(`unknown name: ${name}`);
  return row;
}

/** As `requireNamed`, or null for none. */
export function idOf(rows: ReadonlyMap<string, number>, name: string | null): number | null {
  return name === null ? null : requireNamed(rows, name);
}
