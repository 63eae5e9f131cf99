import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';
import type { Limits } from './limits.ts';
import { refuse } from './refusal.ts';

export interface TextSize {
  tokens: number;
  /** Signs within signs: the deepest nesting of `{`, `(` and `[`. */
  nesting: number;
  aliases: number;
}

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/** Counts a query's tokens without parsing it: a parser's stack would give way first. What is no token ends the count. */
export function measureText(text: string): TextSize {
  const size = { tokens: 0, nesting: 0, aliases: 0 };
  let [open, parentheses] = [0, 0];
  for (const { kind } of readTokens(text)) {
    size.tokens++;
    if (OPENING.has(kind)) size.nesting = Math.max(size.nesting, ++open);
    if (CLOSING.has(kind)) open--;
    if (kind === TokenKind.PAREN_L) parentheses++;
    if (kind === TokenKind.PAREN_R) parentheses--;
    // Within parentheses a colon belongs to an argument or a variable.
    if (kind === TokenKind.COLON && parentheses === 0) size.aliases++;
  }
  return size;
}

function* readTokens(text: string): Generator<Token> {
  const lexer = new Lexer(new Source(text));
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) yield token;
  } catch (error) {
    // The parser says where and what.
    if (!(error instanceof GraphQLError)) throw error;
  }
}

/** Throws QUERY_TOO_LONG, TOO_MANY_ALIASES or QUERY_TOO_DEEP for a text that is not worth parsing. */
export function checkText(text: string, limits: Limits): void {
  const { tokens, nesting, aliases } = measureText(text);
  if (tokens > limits.tokens) {
    throw refuse({
      code: 'QUERY_TOO_LONG',
      message: `The query has ${tokens} tokens (words and signs); the limit is ${limits.tokens}. Give values as variables, or ask in several queries.`,
      asked: tokens,
      limit: limits.tokens,
    });
  }
  if (aliases > limits.aliases) {
    throw refuse({
      code: 'TOO_MANY_ALIASES',
      message: `The query has ${aliases} aliases; the limit is ${limits.aliases}. Ask for a list with a filter, or in several queries.`,
      asked: aliases,
      limit: limits.aliases,
    });
  }
  checkDepth(nesting, limits);
}

/** Throws QUERY_TOO_DEEP. */
export function checkDepth(asked: number, limits: Limits): void {
  if (asked <= limits.depth) return;
  throw refuse({
    code: 'QUERY_TOO_DEEP',
    message: `The query is nested ${asked} levels deep; the limit is ${limits.depth}. Ask for the inner objects in a query of their own.`,
    asked,
    limit: limits.depth,
  });
}

/** Holds the text of a request, by POST or by GET, to `checkText`. Other shapes are left to the server. */
export function checkRequestText({ body, query }: { body: unknown; query: unknown }, limits: Limits): void {
  for (const part of [body, query]) {
    const { query: text } = (part ?? {}) as { query?: unknown };
    if (typeof text === 'string') checkText(text, limits);
  }
}
