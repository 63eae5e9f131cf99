import { typeDefs } from '@muster/schema/sdl';
import { buildSchema, parse, validate } from 'graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Columns } from '@/features/data/columns.tsx';
import { exampleQuery } from '@/features/data/example.ts';
import { FileTable } from '@/features/data/file-table.tsx';
import { dataFiles, listKinds } from '@/features/data/files.ts';
import { places } from '@/ui/places.ts';

test('the example is a question that the contract allows', () => {
  expect(validate(buildSchema(typeDefs), parse(exampleQuery))).toEqual([]);
});

describe('the files', () => {
  test('are those of pages, each page once', () => {
    const pages = places.flatMap((group) => group.pages.map(([path]) => path as string));
    for (const { page } of dataFiles) expect(pages).toContain(page.split('?')[0]);
    expect(new Set(dataFiles.map(({ page }) => page)).size).toBe(dataFiles.length);
  });

  test('are pictures only where the page has a chart', () => {
    expect(listKinds({ hasChart: true })).toEqual(['svg', 'png', 'csv', 'json', 'metadata.json']);
    expect(listKinds({ hasChart: false })).toEqual(['csv', 'json', 'metadata.json']);
    const html = renderToStaticMarkup(<FileTable />);
    expect(html).toContain('href="/chart.svg"');
    expect(html).toContain('href="/commitments.metadata.json"');
    expect(html).not.toContain('href="/commitments.svg"');
  });

  test('have columns that are told apart, each with what it holds', () => {
    const html = renderToStaticMarkup(<Columns />);
    for (const { page, columns } of dataFiles) {
      const names = columns.map(({ name }) => name);
      expect([page, new Set(names).size]).toEqual([page, names.length]);
      expect(names.length).toBeGreaterThan(5);
      for (const { name, description } of columns) {
        expect(description).toMatch(/\.$/);
        expect(html).toContain(`<code>${name}</code>`);
      }
    }
    expect(html).toContain('<code>citation</code>');
    // Names of other columns within a description.
    expect(html).not.toContain('`');
  });
});
