/**
 * What a question may come to. The dashboard's own stay at a third of each or below (a test holds that), so that whoever
 * writes a query by hand has room; past them, several smaller questions are fairer to others.
 */
export const limits = {
  /** Words and signs of the text. Reading and checking it takes time before its cost can be known. */
  tokens: 5_000,
  /** Fields within fields, fragments counted where spread; signs within signs, since parsers nest as deep. */
  depth: 30,
  /** Each alias is one more answer to the same field. */
  aliases: 50,
  /** By `@cost` and `@listSize`: records to be read, about. */
  cost: 50_000,
};
