import { expect, test } from 'vitest';
import { providerPath, readProviderView } from '@/features/provider/view.ts';

const today = '2026-11-23';

test('the address of a provider keeps the audience and the day', () => {
  const view = readProviderView({ audience: 'all', known: '2024-09-09' }, today);
  expect(view).toEqual({ audience: 'all', known: '2024-09-09', refused: null });
  expect(providerPath('china', view)).toBe('/providers/china?audience=all&known=2024-09-09');
  expect(providerPath(null, view)).toBe('/providers?audience=all&known=2024-09-09');
});

test('the usual view has a short address; what is not a day is set aside and told', () => {
  const view = readProviderView({ known: 'yesterday', audience: 'toString' }, today);
  expect(view).toEqual({ audience: 'police-and-security', known: null, refused: 'yesterday' });
  expect(providerPath('china', view)).toBe('/providers/china');
});
