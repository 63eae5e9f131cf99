import { expect, test } from 'vitest';
import { writeBibtex } from '@/features/count/cite/bibtex.ts';
import { type CitationFacts, makeCsl, writeCitation } from '@/features/count/cite/csl.ts';

const facts = {
  record: {
    slug: 'cn-report-2024-2700',
    title: '2,700 officers trained "in the past year" & more_than_that {x} \\ 外国',
    version: 3,
    history: [
      { version: 3, at: '2026-11-24T08:00:00Z' },
      { version: 2, at: '2026-11-20T08:00:00Z' },
    ],
  },
  permalink: 'https://muster.example/reported/cn-report-2024-2700?known=2024-09-30',
  at: '2024-09-30',
  accessed: '2026-11-25',
  licence: 'Creative Commons Attribution 4.0 International',
} as unknown as CitationFacts;

test('CSL-JSON names the record’s version, the day read as of, and an address that keeps that day', () => {
  expect(makeCsl(facts)).toEqual({
    id: 'cn-report-2024-2700',
    type: 'dataset',
    title: facts.record.title,
    author: [{ literal: 'Muster' }],
    publisher: 'Muster',
    version: '3',
    issued: { 'date-parts': [[2026, 11, 24]] },
    accessed: { 'date-parts': [[2026, 11, 25]] },
    URL: facts.permalink,
    note: 'Record cn-report-2024-2700, as known on 30 September 2024. Creative Commons Attribution 4.0 International',
  });
});

test('the text says the same, with the title in quotation marks', () => {
  expect(writeCitation(facts)).toBe(
    `Muster, “2,700 officers trained ‘in the past year’ & more_than_that {x} \\ 外国”, record cn-report-2024-2700, version 3, as known on 30 September 2024.`,
  );
});

test('BibTeX keeps the script of the title, escapes what TeX reads, and notes version and access', () => {
  const entry = writeBibtex(makeCsl(facts));
  expect(entry).toContain('\\& more\\_than\\_that \\{x\\} \\textbackslash{} 外国');
  expect(entry).toMatch(/^@misc{cn-report-2024-2700,/);
  expect(entry).toContain(`url = {${facts.permalink}}`);
  expect(entry).toMatchInlineSnapshot(`
    "@misc{cn-report-2024-2700,
    	author = {{Muster}},
    	year = {2026},
    	month = {11},
    	note = {Record cn-report-2024-2700, as known on 30 September 2024. Creative Commons Attribution 4.0 International. Version 3. Accessed 25 November 2026},
    	publisher = {Muster},
    	title = {2,700 officers trained "in the past year" \\& more\\_than\\_that \\{x\\} \\textbackslash{} 外国},
    	url = {https://muster.example/reported/cn-report-2024-2700?known=2024-09-30},
    }
    "
  `);
});

test('a record without a dated version has no year rather than a wrong one', () => {
  const bare = makeCsl({ ...facts, record: { ...facts.record, history: [] } });
  expect(bare.issued).toBeUndefined();
  expect(writeBibtex(bare)).not.toMatch(/\byear =/);
});
