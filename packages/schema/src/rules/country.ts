import { z } from 'zod';
import { line } from './text.ts';

/** What can be changed of a country: the rest is the standard's. */
export const countryInput = z.strictObject({ name: line(200) });

export type CountryInput = z.infer<typeof countryInput>;
