import { expect, test } from 'vitest';
import { countDocuments, groupWitnesses } from '@/features/count/witnesses.ts';
import type { ClaimTellingFragment } from '@/generated/graphql.ts';

const source = (slug: string, derivedFromNote: string | null = null, derivedFrom: object | null = null) => ({
  slug,
  publisher: slug.toUpperCase(),
  derivedFromNote,
  derivedFrom,
});
const tell = (of: object) => ({ source: of }) as unknown as ClaimTellingFragment;
const shape = (claims: ClaimTellingFragment[]) =>
  groupWitnesses(claims).map(({ name, tellings }) => [name, tellings.map(({ anchor }) => anchor)]);

const times = source('times', 'The Guardian’s report, carried by the Times');
const news = source('news', 'A rewrite of the Guardian’s report', times);

test('a document and what retells it are one witness, the first of them first, wherever the record lists them', () => {
  const claims = [tell(source('copy', null, news)), tell(source('sing-tao')), tell(news), tell(times)];
  expect(shape(claims)).toEqual([
    ['The Guardian’s report, carried by the Times', ['times-3', 'news-2', 'copy-0']],
    ['SING-TAO', ['sing-tao-1']],
  ]);
  expect(groupWitnesses(claims)[0]?.tellings.map(({ steps }) => steps)).toEqual([0, 1, 2]);
});

test('first documents that are said in the same words to derive from something are one witness', () => {
  const claims = [
    tell(source('a', 'AFP,  carried by\nSino Daily')),
    tell(source('b', ' afp, carried by sino daily')),
  ];
  expect(shape(claims)).toEqual([['AFP,  carried by\nSino Daily', ['a-0', 'b-1']]]);
  expect(groupWitnesses([tell(source('a')), tell(source('b'))])).toHaveLength(2);
});

test('two numbers in one document are one witness in one document', () => {
  const [witness] = groupWitnesses([tell(source('cgtn')), tell(source('cgtn'))]);
  expect(witness?.tellings.map(({ anchor }) => anchor)).toEqual(['cgtn-0', 'cgtn-1']);
  expect(witness && countDocuments(witness)).toBe(1);
});
