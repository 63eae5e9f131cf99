import { expect, test } from 'vitest';
import type { Choices } from '@/features/overview/find-overview.ts';
import { nameChoices } from '@/features/overview/names.ts';
import { defaultView } from '@/features/overview/view.ts';

const choices: Choices = {
  providers: [{ value: 'china', label: 'China' }],
  programs: [{ value: 'focac', label: 'FOCAC' }],
  countries: [{ value: 'SLB', label: 'Solomon Islands' }],
  regions: [{ value: 'africa', label: 'Africa' }],
  groups: [],
};

test('choices have names', () => {
  const view = { ...defaultView, recipients: 'SLB', program: 'focac' };
  expect(nameChoices(view, choices)).toEqual({
    view,
    names: { provider: 'China', recipients: 'Solomon Islands', program: 'FOCAC' },
    issues: [],
  });
});

test('what is not on record is named and replaced by the default', () => {
  const { view, names, issues } = nameChoices(
    { ...defaultView, provider: 'nobody', recipients: 'TON' },
    choices,
  );
  expect(view).toEqual(defaultView);
  expect(names.provider).toBe('China');
  expect(issues).toEqual([
    { field: 'Provider', message: '“nobody” is not on record.' },
    { field: 'Recipients', message: '“TON” is not on record.' },
  ]);
});

test('a dataset without the usual provider shows all', () => {
  const { view, names } = nameChoices(defaultView, { ...choices, providers: [] });
  expect([view.provider, names.provider]).toEqual([null, null]);
});
