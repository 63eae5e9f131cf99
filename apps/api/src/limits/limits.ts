/** Who asks: anybody, somebody with a key, or our own dashboard on behalf of whoever reads it. */
export type Tier = 'ANONYMOUS' | 'KEY' | 'DASHBOARD';

export interface Limits {
  /** Words and signs of the text. Reading and checking it takes time before its cost can be known. */
  tokens: number;
  /** Fields within fields, fragments counted where spread; signs within signs, since parsers nest as deep. */
  depth: number;
  /** Each alias is one more answer to the same field. */
  aliases: number;
  /** By `@cost` and `@listSize`: records to be read, about. */
  cost: number;
}

/**
 * What a question may come to. The dashboard's own stay at a third of each or below (a test holds that), so that whoever
 * writes a query by hand has room; past them, several smaller questions are fairer to others.
 */
export const limits: Limits = { tokens: 5_000, depth: 30, aliases: 50, cost: 50_000 };

/** A key tells whom to write to about a question that hurts, so its questions may be larger: about a second's work more. */
const keyLimits: Limits = { tokens: 20_000, depth: 40, aliases: 200, cost: 250_000 };

export const limitsOf: Record<Tier, Limits> = { ANONYMOUS: limits, KEY: keyLimits, DASHBOARD: limits };

/**
 * What a caller without a key may ask for in a minute, in the same unit as the cost of a question: 600 questions of the size
 * that the dashboard asks (most come to 1,000 or less), or twelve of the largest. One person's clicking stays far below;
 * one address cannot take a whole core for itself.
 */
export const ALLOWANCE = 600_000;

/** How many times that a key may ask for: a million records, page by page, in some minutes. */
export const KEY_ALLOWANCES = 10;

/** What is taken from the allowance beside what the question reads. */
export const charges = {
  /** 304, or an answer kept in memory. */
  kept: 1,
  /** At least, for a question that is read, checked and executed; also for one that is refused, and for a wrong key. */
  question: 100,
};
