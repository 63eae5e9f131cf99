// Names that English sets an article before.
const withArticle = new Set([
  'Bahamas',
  'Central African Republic',
  'Comoros',
  'Cook Islands',
  'Czech Republic',
  'Dominican Republic',
  'European Union',
  'Gambia',
  'Maldives',
  'Marshall Islands',
  'Netherlands',
  'Philippines',
  'United Arab Emirates',
  'United Kingdom',
  'United States',
]);

/** "the Philippines", "Kenya": a name within a sentence. */
export function placeName(name: string): string {
  return withArticle.has(name) ? `the ${name}` : name;
}

/** A speaker before more words: one whose office follows after a comma is set off on both sides. */
export function setOff(speaker: string): string {
  return speaker.replace(/\([^)]*\)/g, '').includes(',') ? `${speaker},` : speaker;
}
