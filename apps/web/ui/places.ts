/** The pages that every page leads to, in groups; header, menu and footer show the same. */
export const places = [
  {
    label: 'At a glance',
    pages: [
      ['/', 'Overview'],
      ['/map', 'Map'],
      ['/compare', 'Compare'],
    ],
  },
  {
    label: 'Who',
    pages: [
      ['/countries', 'Countries'],
      ['/programs', 'Programs'],
      ['/providers', 'Providers'],
    ],
  },
  {
    label: 'The record',
    pages: [
      ['/commitments', 'Commitments'],
      ['/reported', 'Reported'],
      ['/events', 'Events'],
      ['/sources', 'Sources'],
    ],
  },
  {
    label: 'About it',
    pages: [
      ['/data', 'Data'],
      ['/developers', 'Developers'],
      ['/methodology', 'Methodology'],
      ['/changes', 'Changes'],
    ],
  },
] as const;
