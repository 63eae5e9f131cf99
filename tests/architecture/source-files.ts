import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** Path from the project's root. */
  path: string;
  text: string;
  /** Module specifiers of every import, re-export, dynamic import and require. */
  imports: string[];
}

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;

/** TypeScript files of the product below `folder` that git tracks or would track, generated ones aside. */
export function readSourceFiles(folder: string): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|mts)$/.test(path))
    .map((path) => ({ path, text: readExisting(path) }))
    .filter((file) => file.text !== '')
    .map((file) => ({
      ...file,
      imports: [...file.text.matchAll(specifier)].map((match) => match[2] as string),
    }));
}

function readExisting(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
