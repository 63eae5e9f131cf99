import { cache } from 'react';
import type { Option } from '@/ui/filters.tsx';
import { findOptions, findSubjects, type Subject } from './queries.ts';
import type { CompareView, Issue } from './view.ts';

export interface Comparison {
  /** With the names that are on record alone. */
  view: CompareView;
  subjects: Subject[];
  options: Option[];
  issues: Issue[];
}

/** What is on record of the things that an address names; an issue for each that is not on record. */
export const loadComparison = (asked: CompareView): Promise<Comparison> => load(JSON.stringify(asked));

/** Once per request, by what was asked: the page and its head ask the same. */
const load = cache(async (text: string): Promise<Comparison> => {
  const asked = JSON.parse(text) as CompareView;
  const options = await findOptions(asked.by);
  const { named, issues } = nameChosen(asked, options);
  const view = { ...asked, ids: named.map(({ value }) => value) };
  return { view, subjects: await findSubjects(asked.by, named, asked), options, issues };
});

/** The names asked for, in their order; an issue for each that is not on record. */
export function nameChosen({ by, ids }: CompareView, options: readonly Option[]) {
  const named: Option[] = [];
  const issues: Issue[] = [];
  for (const id of ids) {
    const option = options.find(({ value }) => value === id);
    if (option) named.push(option);
    else issues.push({ field: 'with', message: `“${id.slice(0, 60)}” is no ${by} on record.` });
  }
  return { named, issues };
}
