const DATE = 1082;
const BIGINT = 20;
const NUMERIC = 1700;

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint past 2^53: ${text}`);
  return value;
}

const keepText = (text: string) => text;

/** Reads that differ from both drivers' defaults: a day is text, never a moment in some time zone. */
export const parsers: Record<number, (text: string) => unknown> = {
  [DATE]: keepText,
  [BIGINT]: parseBigint,
  [NUMERIC]: keepText,
};
