import type { Table } from '../table.ts';
import { COUNT_TABLES } from './counts.ts';
import { DOCUMENT_TABLES } from './documents.ts';
import { NAME_TABLES } from './names.ts';
import { RELATION_TABLES } from './relations.ts';

/** Every table that can be had as a file. */
export const TABLES: Table[] = [...COUNT_TABLES, ...RELATION_TABLES, ...DOCUMENT_TABLES, ...NAME_TABLES];

export function findTable(name: string): Table | null {
  return TABLES.find((table) => table.name === name) ?? null;
}
