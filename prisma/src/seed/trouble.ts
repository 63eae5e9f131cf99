import { relative } from 'node:path';

/** What a dataset file says wrongly: "links.json: a-slug: to: no such count: b-slug". */
export interface Trouble {
  file: string;
  /** Slug, or place in the list where it has none; null for the file as a whole. */
  record: string | null;
  field: string;
  message: string;
}

export class DatasetError extends Error {
  override name = 'DatasetError';
  readonly troubles: Trouble[];

  constructor(troubles: Trouble[]) {
    super(troubles.map(describeTrouble).join('\n'));
    this.troubles = troubles;
  }
}

function describeTrouble({ file, record, field, message }: Trouble): string {
  return [relative(process.cwd(), file), record, field, message].filter(Boolean).join(': ');
}
