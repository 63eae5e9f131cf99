import type { ReleaseRow } from '@muster/db';

export const LICENCE = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};

const WHAT = 'Police-training commitments and reported totals. CC BY 4.0.';

/** How to cite the records: of a release, or as they stand. */
export function writeCitation(
  cited: Pick<ReleaseRow, 'name' | 'revision' | 'knownOn'> | { revision: number; publishedAt: Date },
): string {
  if ('publishedAt' in cited) {
    const day = cited.publishedAt.toISOString().slice(0, 10);
    return `Muster (revision ${cited.revision}, published ${day}). ${WHAT}`;
  }
  const { name, revision, knownOn } = cited;
  const dated = name.startsWith(knownOn) ? name : `${name}, ${knownOn}`;
  return `Muster (release ${dated}, revision ${revision}). ${WHAT}`;
}
