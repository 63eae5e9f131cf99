import type { DrawChart } from '@/charts/drawing.ts';
import type { KeyItem } from '@/charts/key.tsx';
import type { CsvValue } from '@/text/csv.ts';

/** A column of a view's table. */
export interface FileColumn {
  /** In files: lower case with underscores. */
  name: string;
  /** What it holds, its unit, and what an empty field means. */
  description: string;
  /** Whether it holds paths of this site, which files write out as whole addresses. */
  isPath?: boolean;
}

/** A document on which a view rests. */
export interface FileSource {
  slug: string;
  title: string;
  publisher: string;
  /** ISO day, or null where it is undated. */
  publishedOn: string | null;
  url: string | null;
}

/**
 * What a page shows, as data: the page draws its chart and table of it, and `.svg .png .csv .json .metadata.json` and
 * the embed are written of the same, so that all of them agree number for number.
 */
export interface ViewFile {
  /** Path and parameters of the page, without defaults and with `known` where it is not today: "/countries/SLB?known=2024-09-09". */
  page: string;
  /** Of the chart, where the view has one; else of the page. */
  title: string;
  /** The view in words, computed from its numbers. */
  summary: string;
  /** Filters and assumptions in words. */
  notes: string[];
  /** ISO day as of which the record is read. */
  knownOn: string;
  /** The legend in words; empty without a chart. */
  key: KeyItem[];
  draw: DrawChart | null;
  columns: FileColumn[];
  /** In the order of `columns`; null where the record is silent, never zero for it. */
  rows: CsvValue[][];
  sources: FileSource[];
}

/** Parameters of a view that cannot be used; files are refused then, since nobody reads a notice in them. */
export class ViewRefused extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ViewRefused';
    this.problems = problems;
  }
}
