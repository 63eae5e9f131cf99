import localFont from 'next/font/local';

// The Latin subset is preloaded with a fallback of the same width; other subsets of the family load when a page needs them.
export const sans = localFont({
  src: '../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-sans',
  display: 'swap',
});

export const serif = localFont({
  src: '../../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-serif',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
});
