import type { EditableRecordQuery } from '@/generated/graphql.ts';

type Told = NonNullable<EditableRecordQuery['editableRecord']>;

/** A record as a form has it open. */
export interface OpenRecord extends Omit<Told, 'input'> {
  input: Record<string, unknown>;
}

export const openRecord = (told: Told): OpenRecord => ({ ...told, input: JSON.parse(told.input) });
