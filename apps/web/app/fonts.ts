import localFont from 'next/font/local';

// What stands in for them is in stand-ins.css; other subsets of both load when a page needs them. What has not come by the
// first paint waits for the next page, so that no line ever moves. The names become those of the families: one that is also
// generic, like "serif", would be the device's own where ours is late.
export const inter = localFont({
  src: '../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-sans',
  display: 'optional',
  adjustFontFallback: false,
});

export const sourceSerif = localFont({
  src: '../../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-serif',
  display: 'optional',
  adjustFontFallback: false,
});
