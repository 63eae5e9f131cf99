import { inject } from 'vitest';
import { copyFolder } from './start.ts';

/** A data folder with the starter dataset and nobody yet, which a product need not fill first. */
export function copySeededFolder(): string {
  return copyFolder(inject('seededFolder'));
}
