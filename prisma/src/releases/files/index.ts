import { COUNT_FILES } from './counts.ts';
import { DOCUMENT_FILES } from './documents.ts';
import { NAME_FILES } from './names.ts';
import type { TableFile } from './table.ts';

export type { Field, TableFile } from './table.ts';

/** Every table of a release, as a file each. */
export const TABLE_FILES: TableFile[] = [...COUNT_FILES, ...DOCUMENT_FILES, ...NAME_FILES];
