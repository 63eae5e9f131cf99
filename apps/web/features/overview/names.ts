import type { Choices } from './find-overview.ts';
import { defaultView, type Issue, type View } from './view.ts';

/** English names of what a view has chosen; null where it has chosen nothing. */
export interface Names {
  provider: string | null;
  recipients: string | null;
  program: string | null;
}

interface Named {
  /** The view, with the default in place of what is not on record. */
  view: View;
  names: Names;
  issues: Issue[];
}

/** The names of a view's choices, and an issue for each that is not on record. */
export function nameChoices(view: View, choices: Choices): Named {
  const { providers, programs, countries, regions, groups } = choices;
  const issues: Issue[] = [];
  const options = {
    provider: providers,
    recipients: [...countries, ...regions, ...groups],
    program: programs,
  };
  const labels = { provider: 'Provider', recipients: 'Recipients', program: 'Program' };
  const named: Named = {
    view: { ...view },
    names: { provider: null, recipients: null, program: null },
    issues,
  };
  for (const field of ['provider', 'recipients', 'program'] as const) {
    const find = (value: string | null) =>
      options[field].find((option) => option.value === value)?.label ?? null;
    const value = view[field];
    named.names[field] = find(value);
    if (value === null || named.names[field]) continue;
    issues.push({ field: labels[field], message: `“${value}” is not on record.` });
    // The usual provider may be missing too, in a dataset of one's own.
    named.names[field] = find(defaultView[field]);
    named.view[field] = named.names[field] ? defaultView[field] : null;
  }
  return named;
}
