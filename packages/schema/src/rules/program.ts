import { z } from 'zod';
import { line, optionalText, slug } from './text.ts';

export const programInput = z.strictObject({ slug, name: line(200), description: optionalText(2000) });

export type ProgramInput = z.infer<typeof programInput>;
