import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { fieldWords } from '@/features/history/field-words.ts';
import { RecordValue } from '@/features/history/record-value.tsx';

const read = (field: string, value: unknown) =>
  renderToStaticMarkup(<RecordValue field={field} value={value} />)
    .replace(/<\/(dt|dd|li|div)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('fields have plain names', () => {
  expect(fieldWords('statedBy')).toBe('Said by');
  expect(fieldWords('otherFigures')).toBe('Other figures');
  expect(fieldWords('constructor')).toBe('Constructor');
});

test('values read as people write them, and nothing is not zero', () => {
  expect(read('unit', 'PEOPLE')).toBe('people');
  expect(read('kind', 'WIRE')).toBe('wire');
  expect(read('title', 'PEOPLE')).toBe('PEOPLE');
  expect(read('low', 38212)).toBe('38,212');
  expect(read('low', 0)).toBe('0');
  expect(read('low', null)).toBe('nothing');
  expect(read('providers', [])).toBe('nothing');
  expect(read('titleIsDescriptive', false)).toBe('no');
  expect(read('statedOn', { date: '2024-09-01', precision: 'MONTH' })).toBe('September 2024');
  expect(read('since', '2001-06-15')).toBe('15 June 2001');
  expect(read('title', '2001-06-15')).toBe('2001-06-15');
  expect(read('note', '<b>1</b>')).toBe('&lt;b&gt;1&lt;/b&gt;');
});

test('lists and objects show what they tell, and leave out what they do not', () => {
  expect(read('providers', ['CHN', 'ORG:UN'])).toBe('CHN ORG:UN');
  expect(read('recipients', [{ country: 'KEN', group: null, shareLow: null }])).toBe('KEN');
  const claim = { source: 'xinhua-2024', low: 3000, high: 3000, qualifier: 'OVER', note: null };
  expect(read('claims', [claim])).toBe('Source xinhua-2024 Fewest 3,000 Most 3,000 Qualifier over');
});
