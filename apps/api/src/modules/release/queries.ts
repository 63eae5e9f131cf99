import {
  createRelease,
  type Database,
  DatabaseError,
  findRelease as findReleaseRow,
  listReleases,
  type MadeRelease,
  type ReleaseRow,
} from '@muster/db';
import type { Context, Viewer } from '../../context.ts';
import type { Day } from '../../days.ts';
import { recordAudit } from '../audit/queries.ts';
import type { FieldProblem } from '../editing/results.ts';

export interface ReleaseFileRow {
  /** Name of the release. */
  release: string;
  name: string;
  title: string;
  mediaType: string;
  rows: number | null;
  bytes: number;
  sha256: string;
}

/** Newest first; within a release, those that it knows of. */
export function findReleases(ctx: Context): Promise<ReleaseRow[]> {
  return listReleases(ctx.db);
}

// What was released stays, so what was once found need not be looked up again.
const found = new WeakMap<Database, Map<string, ReleaseRow>>();

export async function findRelease(live: Database, name: string): Promise<ReleaseRow | null> {
  // No text of the database holds it, and so no name of a release.
  if (name.includes('\0')) return null;
  const known = found.get(live) ?? new Map<string, ReleaseRow>();
  found.set(live, known);
  const release = known.get(name) ?? (await findReleaseRow(live, name));
  if (release) known.set(name, release);
  return release;
}

/** Names, newest first. */
export async function findReleaseNames(live: Database): Promise<string[]> {
  return (await listReleases(live)).map(({ name }) => name);
}

const FILE = { name: true, title: true, mediaType: true, rows: true, bytes: true, sha256: true } as const;

/** In the order in which they are told. The release must exist. */
export async function findReleaseFiles(live: Database, release: string): Promise<ReleaseFileRow[]> {
  const { releaseFile } = live.atRelease(release).prisma;
  const files = await releaseFile.findMany({ select: FILE, orderBy: { position: 'asc' } });
  return files.map((file) => ({ release, ...file }));
}

export async function findReleaseFile(
  live: Database,
  release: string,
  name: string,
): Promise<ReleaseFileRow | null> {
  const { releaseFile } = live.atRelease(release).prisma;
  const file = await releaseFile.findUnique({ select: FILE, where: { name } });
  return file && { release, ...file };
}

/** The file's text, part by part, as it was written when the release was made. */
export async function* readReleaseFile(
  live: Database,
  { release, name: file }: ReleaseFileRow,
): AsyncGenerator<string> {
  const { releaseFilePart } = live.atRelease(release).prisma;
  for (let position = 0; ; position++) {
    const part = await releaseFilePart.findUnique({ where: { file_position: { file, position } } });
    if (part === null) return;
    yield part.content;
  }
}

/** A release of the records as they stand, or what is wrong with its name. */
export async function makeRelease(
  live: Database,
  name: string | null,
  { day, at, viewer }: { day: Day; at: Date; viewer: Viewer },
): Promise<MadeRelease | FieldProblem> {
  try {
    const made = await createRelease(live, { name, day, at });
    const { name: record, revision } = made.release;
    const deed = { entity: 'Release', action: 'MADE', actor: viewer, record } as const;
    if (made.isNew) await recordAudit(live.prisma, { ...deed, detail: `of revision ${revision}` });
    return made;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'BAD_RELEASE_NAME')
      return { path: 'name', message: error.message };
    throw error;
  }
}
