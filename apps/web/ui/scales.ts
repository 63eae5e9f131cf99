/** The sizes of type (`var(--text-m)`), small to large, and what each is for. A test holds globals.css to the names. */
export const textSizes = {
  xs: 'Labels of filters.',
  s: 'Notes, heads of tables, axes.',
  m: 'Tables and forms.',
  l: 'Running words in serif.',
  xl: 'Headings of sections.',
  '2xl': 'Headline figures.',
  '3xl': 'The title of a page.',
} as const;

/** The steps of space (`var(--space-4)`), small to large. */
export const spaces = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;
