/** The day on which the tests take place. */
export const TODAY = '2026-11-23';
