import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

export type { About, Format } from './format.ts';

/** Every format in which a table can be had. */
export const FORMATS: Format[] = [csv, json, xlsx, parquet];
