import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { EditableRecordDocument, KnownNamesDocument } from './documents.ts';
import type { KnownNames } from './fields/names.ts';
import type { Kind } from './kinds.ts';
import { type OpenRecord, openRecord } from './record.ts';

/** Null where there is no such record. */
export async function findRecord({ entity }: Kind, slug: string): Promise<OpenRecord | null> {
  const { editableRecord } = await queryAsViewer(EditableRecordDocument, { entity, slug });
  return editableRecord && openRecord(editableRecord);
}

export async function findKnownNames(): Promise<KnownNames> {
  const { programs, providers, countries, groups, sources } = await queryAsViewer(KnownNamesDocument);
  return {
    words: Object.fromEntries([
      ...programs.nodes.map(({ slug, name }) => [slug, name]),
      ...groups.nodes.map(({ code, name }) => [code, name]),
      ...countries.nodes.map(({ iso3, name }) => [iso3, name]),
      ...sources.nodes.map(({ slug, title, publisher }) => [slug, `${publisher}: ${title}`]),
    ]),
    providers: providers.nodes.map(({ code, name }) => ({ value: code, words: name })),
  };
}
