import { readFile } from 'node:fs/promises';
import { listIssues } from '@muster/schema/rules';
import type { z } from 'zod';
import { DatasetError, type Trouble } from './trouble.ts';

/** The file's content, by a rule. Throws DatasetError. */
export async function readRecord<Schema extends z.ZodType>(
  file: string,
  rule: Schema,
): Promise<z.infer<Schema>> {
  const { record, troubles } = check(file, null, rule, await readJson(file));
  if (troubles.length > 0 || record === undefined) throw new DatasetError(troubles);
  return record;
}

/** The file's records, each by the rule. Throws DatasetError with all that is wrong in the file. */
export async function readRecords<Schema extends z.ZodType>(
  file: string,
  rule: Schema,
): Promise<z.infer<Schema>[]> {
  const content = await readJson(file);
  if (!Array.isArray(content)) throw new DatasetError([whole(file, 'must be a list of records')]);
  const checked = content.map((record, index) => check(file, nameOf(record, index), rule, record));
  const troubles = checked.flatMap((one) => one.troubles);
  if (troubles.length > 0) throw new DatasetError(troubles);
  return checked.flatMap(({ record }) => (record === undefined ? [] : [record]));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new DatasetError([whole(file, error.message)]);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DatasetError([whole(file, `is not JSON: ${(error as Error).message}`)]);
  }
}

function check<Schema extends z.ZodType>(file: string, name: string | null, rule: Schema, input: unknown) {
  const result = rule.safeParse(input);
  if (result.success) return { record: result.data, troubles: [] };
  return {
    record: undefined,
    troubles: listIssues(result.error).map((issue) => ({ file, record: name, ...issue })),
  };
}

function nameOf(record: unknown, index: number): string {
  const { slug, from, to } = (record ?? {}) as Record<string, unknown>;
  if (typeof slug === 'string') return slug;
  return typeof from === 'string' && typeof to === 'string' ? `${from} → ${to}` : `record ${index + 1}`;
}

const whole = (file: string, message: string): Trouble => ({ file, record: null, field: '', message });
