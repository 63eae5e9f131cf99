import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import { findAskedRelease } from '@/api/release.ts';
import { fileAddress } from './address.ts';
import type { ViewFile } from './view-file.ts';

/** Where a file is from; written into every one. */
export interface Provenance {
  /** Address of the page that shows the same, absolute. */
  permalink: string;
  /** Address of the file's description with its sources, absolute. */
  metadata: string;
  citation: string;
  licence: string;
  /** Of the data. */
  revision: number | null;
  /** Name of the release; null: the record as it stands. */
  release: string | null;
}

export async function findProvenance({ page }: ViewFile): Promise<Provenance> {
  const [dataset, release, permalink, metadata] = await Promise.all([
    findDataset(),
    findAskedRelease(),
    findPermalink(page),
    findPermalink(fileAddress(page, 'metadata.json')),
  ]);
  return {
    permalink,
    metadata,
    citation: dataset?.citation ?? 'Muster.',
    licence: dataset?.licence.id ?? 'CC-BY-4.0',
    revision: dataset?.revision ?? null,
    release: release?.name ?? null,
  };
}
