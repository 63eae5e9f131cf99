/** A thing to be found, as a pattern on folded text. The API reads the same text by the same forms. */
export type Term = RegExp;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = `(${months.join('|')})[a-z]*\\.?`;
const forms: [RegExp, (match: string[]) => string | null][] = [
  [/^(\d{4})-(\d{2})-(\d{2})(?![\w-])/, ([, year, number, day]) => dayPattern(day, nameOf(number), year)],
  [/^(\d{4})-(\d{2})(?![\w-])/, ([, year, number]) => monthPattern(nameOf(number), year)],
  [new RegExp(`^(\\d{1,2}) ${month} (\\d{4})(?!\\w)`), ([, day, name, year]) => dayPattern(day, name, year)],
  [
    new RegExp(`^${month} (\\d{1,2}),? (\\d{4})(?!\\w)`),
    ([, name, day, year]) => dayPattern(day, name, year),
  ],
  [new RegExp(`^${month} (\\d{4})(?!\\w)`), ([, name, year]) => monthPattern(name, year)],
  [/^(\d{1,3}(?:[ ,.'’]\d{3})+|\d+)(?![\w,.]*\w)/, ([, digits]) => figurePattern(digits ?? '')],
];

/** Lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll(/[’ʼ‘`]/g, "'")
    .toLowerCase();
}

/** How many words, figures and dates the API looks for; it reads no further. */
export const mostTerms = 12;

/** "3,000 officers in September 2024" as a figure, two words and a month. */
export function readTerms(text: string): Term[] {
  return readText(text).terms;
}

/** What the API does not look for: the end of a long text, folded; empty where it looks for all of it. */
export function findIgnored(text: string): string {
  return readText(text).rest;
}

function readText(text: string): { terms: Term[]; rest: string } {
  const terms: Term[] = [];
  let rest = fold(text).replaceAll(/\s+/g, ' ').trim();
  while (rest !== '' && terms.length < mostTerms) {
    const [pattern, length] = readForm(rest) ?? readWord(rest);
    if (pattern) terms.push(new RegExp(pattern, 'gu'));
    rest = rest.slice(length).trimStart();
  }
  return { terms, rest };
}

function readForm(text: string): [string, number] | null {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    const pattern = match && read(match);
    if (pattern) return [pattern, match[0].length];
  }
  return null;
}

function readWord(text: string): [string | null, number] {
  const [word = ''] = text.split(' ', 1);
  const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (bare === '') return [null, word.length];
  // Scripts without spaces have no starts of words.
  const start = /^[a-z0-9]/.test(bare) ? '(?<![\\p{L}\\p{N}])' : '';
  return [start + bare.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), word.length];
}

function figurePattern(digits: string): string | null {
  const figure = Number(digits.replaceAll(/\D/g, ''));
  if (!Number.isSafeInteger(figure)) return null;
  const groups = figure.toLocaleString('en').split(',').join("[ ,.']?");
  return `(?<![\\p{L}\\p{N}]|\\d[,.])${groups}(?![\\p{L}\\p{N}]|[,.]\\d)`;
}

function dayPattern(day = '', name = '', year = ''): string | null {
  return name && `(?<!\\d)0?${Number(day)} ${name}[a-z]*\\.? ${year}`;
}

function monthPattern(name = '', year = ''): string | null {
  return name && `(?:(?<!\\d)\\d{1,2} )?(?<![a-z])${name}[a-z]*\\.? ${year}`;
}

function nameOf(number = ''): string {
  return months[Number(number) - 1] ?? '';
}
