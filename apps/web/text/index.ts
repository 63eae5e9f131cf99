export * from './address.ts';
export * from './date.ts';
export * from './number.ts';
export * from './quantity.ts';
export * from './recipients.ts';
export * from './verdict.ts';
export * from './words.ts';
