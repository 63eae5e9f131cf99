import type { Choices } from './find-overview.ts';
import type { Issue, View } from './view.ts';

/** English names of what a view has chosen; null where it has chosen nothing. */
export interface Names {
  provider: string | null;
  recipients: string | null;
  program: string | null;
}

/** The names of a view's choices, and an issue for each that is not on record. */
export function nameChoices(view: View, choices: Choices): { names: Names; issues: Issue[] } {
  const issues: Issue[] = [];
  const find = (field: string, value: string | null, options: { value: string; label: string }[]) => {
    if (value === null) return null;
    const name = options.find((option) => option.value === value)?.label;
    if (!name) issues.push({ field, message: `“${value}” is not on record, so nothing fits.` });
    return name ?? value;
  };
  const names = {
    provider: find('Provider', view.provider, choices.providers),
    recipients: find('Recipients', view.recipients, [
      ...choices.countries,
      ...choices.regions,
      ...choices.groups,
    ]),
    program: find('Program', view.program, choices.programs),
  };
  return { names, issues };
}
