import type { QUALIFIERS } from './vocabulary.ts';

export interface ReadNumber {
  low: number;
  high: number;
  /** As its words say; null where there are none. */
  qualifier: (typeof QUALIFIERS)[number] | null;
}

type Reading = { number: ReadNumber } | { problem: string };

const LARGEST = 2_147_483_647;

const WORDS: [(typeof QUALIFIERS)[number], RegExp][] = [
  ['AT_LEAST', /^(?:at least|no fewer than|no less than|not less than|minimum of|≥|>=)\s*/i],
  ['UP_TO', /^(?:up to|at most|no more than|not more than|maximum of|≤|<=)\s*/i],
  ['OVER', /^(?:over|more than|above|upwards of|>)\s*/i],
  ['NEARLY', /^(?:nearly|almost|close to|just under)\s*/i],
  ['ABOUT', /^(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.|c\.|~|≈)\s*/i],
  ['EXACT', /^(?:exactly)\s*/i],
];

const SCALES: Record<string, number> = { thousand: 1_000, million: 1_000_000 };
const AMOUNT = /^(\d[\d.,'’\s]*?)(?:\s+(thousand|million))?$/i;
// One separator throughout, and three digits after each.
const GROUPED = /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/;

/**
 * A number of people as people write it: `38,212`, `38.212` and `38 212` are 38212, for people are whole; `over 2,000` has its
 * qualifier; `up to 900` is 0 to 900; `1,000–1,500` is a range; `1.5 million` is 1500000. What could be read in two ways, or
 * is no number, is a problem that names the remedy.
 */
export function readNumber(text: string): Reading {
  // Spaces of all widths: figures are often grouped by narrow ones.
  let rest = text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .trim();
  if (rest === '') return { problem: 'is empty; write a number, or leave the claim out' };
  let qualifier: ReadNumber['qualifier'] = null;
  for (const [word, pattern] of WORDS) {
    if (!pattern.test(rest)) continue;
    qualifier = word;
    rest = rest.replace(pattern, '');
    break;
  }
  if (qualifier === null && /\d\+$/.test(rest)) {
    qualifier = 'AT_LEAST';
    rest = rest.slice(0, -1);
  }
  const [first = '', second, ...more] = rest
    .replace(/^between (.+) and (.+)$/i, '$1–$2')
    .split(/\s*[–—-]\s*|\s+to\s+/i);
  if (more.length > 0) return unreadable(text);
  const low = readAmount(first);
  if (typeof low !== 'number') return low ?? unreadable(text);
  if (second === undefined) return { number: { low: qualifier === 'UP_TO' ? 0 : low, high: low, qualifier } };
  const high = readAmount(second);
  if (typeof high !== 'number') return high ?? unreadable(text);
  if (qualifier === 'UP_TO' || qualifier === 'OVER') return unreadable(text);
  if (low > high) return { problem: `${text}: the range runs backwards; write the lower number first` };
  return { number: { low, high, qualifier } };
}

function readAmount(text: string): number | { problem: string } | null {
  const [, digits = '', scale] = AMOUNT.exec(text) ?? [];
  if (digits === '') return null;
  const factor = scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1);
  const value = readDigits(digits, scale !== undefined);
  if (value === null) {
    return {
      problem: `${text}: cannot tell what the separators mean; write the digits alone, such as 38212`,
    };
  }
  // A product of decimals may miss a whole number by a hair.
  const amount = Math.round(value * factor * 1_000) / 1_000;
  if (!Number.isInteger(amount)) return { problem: `${text}: must be a whole number` };
  return amount > LARGEST ? { problem: `${text}: is too large: at most 2,147,483,647` } : amount;
}

function readDigits(digits: string, isScaled: boolean): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  if (isScaled && /^\d{1,3}[.,]\d{1,3}$/.test(digits)) return Number(digits.replace(',', '.'));
  return GROUPED.test(digits) && !digits.startsWith('0') ? Number(digits.replaceAll(/\D/g, '')) : null;
}

function unreadable(text: string): { problem: string } {
  return {
    problem: `${text.slice(0, 80)}: is no number that can be read; write it in digits, such as 2,700 or over 2,000`,
  };
}
