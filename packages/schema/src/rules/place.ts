import { z } from 'zod';
import { iso3, line } from './text.ts';

const m49 = z
  .string()
  .regex(/^\d{3}$/, 'use the three digits of UN M49')
  .nullable()
  .default(null);

/** A country as a full export has it: its codes, its name and the M49 regions that it lies in. */
export const placeInput = z.strictObject({
  iso3,
  iso2: z.string({ error: 'is required' }).regex(/^[A-Z]{2}$/, 'use the two capital letters of ISO 3166'),
  m49,
  name: line(200),
  regionM49: m49,
  subregionM49: m49,
});

export type PlaceInput = z.infer<typeof placeInput>;
