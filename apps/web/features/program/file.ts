import { listReadingNotes, type Reading, requireReading } from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import type { SearchParams } from '@/text/address.ts';
import { findProgram } from './queries.ts';
import { programPath } from './view.ts';

type Program = NonNullable<Awaited<ReturnType<typeof findProgram>>>;

/** A program year by year as a file; null when there is none. Throws ViewRefused. */
export async function findProgramFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<YearsFile | null> {
  const reading = requireReading(params, today);
  const program = await findProgram(slug, reading.known, reading.audience);
  return program ? makeProgramFile(program, reading) : null;
}

/** What the page of a program charts. */
export function makeProgramFile({ slug, name, years }: Program, reading: Reading): YearsFile {
  return makeYearsFile({
    page: programPath(slug, reading),
    title: `${name}: training due and reported, year by year`,
    years,
    notes: listReadingNotes(reading),
    known: reading.known,
  });
}
