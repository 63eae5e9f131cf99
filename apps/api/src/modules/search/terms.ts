import { addDays } from '@muster/schema/rules';
import type { Day } from '../../days.ts';
import { isDay } from '../../scalars.ts';
import { fold, toWordPattern } from './pattern.ts';

type Precision = 'DAY' | 'MONTH' | 'YEAR';

/** One thing that a result must hold: in words, or as a number, or as a date within `[from, until)` that is told as finely as it is asked for. */
export interface Term {
  /** A regular expression, see `toPattern`; null where the term is a date alone. */
  pattern: string | null;
  figure: number | null;
  days: { from: Day; until: Day; finest: Precision } | null;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MOST_TERMS = 12;

const MONTH = `((?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})[a-z]*)\\.?`;
const FORMS: [RegExp, (match: string[]) => Term | null][] = [
  [/^(\d{4}-\d{2}-\d{2})(?![\w-])/, ([, day]) => dayTerm(day ?? '')],
  [/^(\d{4})-(\d{2})(?![\w-])/, ([, year, month]) => monthTerm(Number(year), Number(month))],
  [
    new RegExp(`^(\\d{1,2}) ${MONTH} (\\d{4})(?!\\w)`),
    ([, day, name, year]) => namedDayTerm(day, name, year),
  ],
  [
    new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})(?!\\w)`),
    ([, name, day, year]) => namedDayTerm(day, name, year),
  ],
  [new RegExp(`^${MONTH} (\\d{4})(?!\\w)`), ([, name, year]) => monthTerm(Number(year), monthNumber(name))],
  [/^(\d{1,3}(?:[ ,.'’]\d{3})+|\d+)(?![\w,.]*\w)/, ([, digits]) => figureTerm(digits ?? '')],
];

/** "3,000 officers in September 2024" as terms: a figure, words, a month. */
export function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  let rest = fold(text).replaceAll(/\s+/g, ' ').trim();
  while (rest !== '' && terms.length < MOST_TERMS) {
    const [term, length] = readForm(rest) ?? readWord(rest);
    if (term) terms.push(term);
    rest = rest.slice(length).trimStart();
  }
  return terms;
}

function readForm(text: string): [Term, number] | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    const term = match && read(match);
    if (match && term) return [term, match[0].length];
  }
  return null;
}

function readWord(text: string): [Term | null, number] {
  const [word = ''] = text.split(' ', 1);
  const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (bare === '') return [null, word.length];
  return [{ pattern: toWordPattern(bare), figure: null, days: null }, word.length];
}

function figureTerm(digits: string): Term | null {
  const figure = Number(digits.replaceAll(/\D/g, ''));
  if (!Number.isSafeInteger(figure)) return null;
  const groups = figure.toLocaleString('en').split(',').join("[ ,.'’]?");
  const isYear = digits.length === 4 && figure >= 1900 && figure < 2200;
  return {
    pattern: `\\m${groups}\\M`,
    figure,
    days: isYear ? { from: `${figure}-01-01`, until: `${figure + 1}-01-01`, finest: 'YEAR' } : null,
  };
}

function dayTerm(day: string): Term | null {
  if (!isDay(day)) return null;
  return { pattern: null, figure: null, days: { from: day, until: addDays(day, 1), finest: 'DAY' } };
}

function namedDayTerm(day = '', name = '', year = ''): Term | null {
  return dayTerm(`${year}-${String(monthNumber(name)).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function monthTerm(year: number, month: number): Term | null {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  if (!isDay(from)) return null;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { pattern: null, figure: null, days: { from, until: next, finest: 'MONTH' } };
}

function monthNumber(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name)) + 1;
}
