/** One role of colour; hex values, as in globals.css. */
export interface Colour {
  light: string;
  dark: string;
  print: string;
  meaning: string;
}

/** Every colour of the dashboard and of its files, by role (`var(--ink)`). A test holds globals.css to it. */
export const palette = {
  paper: { light: '#fcfbf8', dark: '#14140f', print: '#fff', meaning: 'What everything is written on.' },
  ink: {
    light: '#1a1916',
    dark: '#efece3',
    print: '#000',
    meaning: 'Words, numbers, and the lines above tables.',
  },
  muted: {
    light: '#645f56',
    dark: '#a8a396',
    print: '#444',
    meaning: 'Words beside the point: labels, notes, axes.',
  },
  hair: {
    light: '#e2dfd6',
    dark: '#33322b',
    print: '#bbb',
    meaning: 'Hairlines between rows; they hold no meaning alone.',
  },
  edge: {
    light: '#8b867a',
    dark: '#7d796c',
    print: '#777',
    meaning: 'Edges that must be seen: fields, underlines of links.',
  },
  wash: {
    light: '#f4f2ec',
    dark: '#1d1c17',
    print: '#f4f4f4',
    meaning: 'The ground of notices and of what is chosen.',
  },
  commit: {
    light: '#2f5597',
    dark: '#8fb2ee',
    print: '#234a8a',
    meaning: 'What was promised: hollow or hatched.',
  },
  report: { light: '#b03d0c', dark: '#f29462', print: '#9a3308', meaning: 'What was reported: solid.' },
} as const satisfies Record<string, Colour>;

export type Role = keyof typeof palette;
