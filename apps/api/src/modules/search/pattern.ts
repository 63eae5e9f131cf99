// Letters of the Latin blocks with marks, by the plain letter: the text of the records is searched as it stands.
const MARKED = Map.groupBy(
  Array.from({ length: 0x250 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at)),
  fold,
);

const APOSTROPHES = "'’ʼ‘`";

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** A regular expression of PostgreSQL (for `~*`) that finds folded words, whatever their case and accents. */
export function toPattern(words: string): string {
  return [...words].map(toClass).join('');
}

// `~*` knows the case of ASCII letters alone under the C locale.
function toClass(letter: string): string {
  if (APOSTROPHES.includes(letter)) return `[${APOSTROPHES}]`;
  if (!/[\p{L}\p{N}]/u.test(letter)) return `\\${letter}`;
  const forms = new Set([letter, letter.toUpperCase(), ...(MARKED.get(letter) ?? [])]);
  return forms.size === 1 ? letter : `[${[...forms].filter((form) => [...form].length === 1).join('')}]`;
}

/** From the start of a word on, so that Mali is not found in Somalia; scripts without spaces have no such starts. */
export function toWordPattern(word: string): string {
  return `${/^[a-z0-9]/.test(word) ? '\\m' : ''}${toPattern(word)}`;
}
