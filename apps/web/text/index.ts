export * from './date.ts';
export * from './number.ts';
export * from './recipients.ts';
export * from './words.ts';
