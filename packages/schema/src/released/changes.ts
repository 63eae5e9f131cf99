import {
  type ASTNode,
  type BreakingChange,
  buildASTSchema,
  buildSchema,
  type DangerousChange,
  type DirectiveNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { pruneUnused } from './prune.ts';

export interface ContractChanges {
  /** What takes from clients something that was not deprecated, or not until a day that has come. */
  breaking: BreakingChange[];
  /** What clients may stumble over that take for granted that lists of values are complete. */
  dangerous: DangerousChange[];
}

/**
 * What has changed since an SDL was released. What it had deprecated until a day that has come by `today` (an ISO day)
 * counts as gone from it, and so do types that nothing else leads to.
 */
export function findContractChanges(released: string, current: string, today: string): ContractChanges {
  const [before, after] = [dropExpired(released, today), buildSchema(current)];
  return { breaking: findBreakingChanges(before, after), dangerous: findDangerousChanges(before, after) };
}

const EXPIRY = /\buntil (\d{4}-\d{2}-\d{2})\b/;

/** The day from which on a deprecated element may be gone; null where its reason names none. */
export function readExpiry(reason: string | null | undefined): string | null {
  const [, day = null] = EXPIRY.exec(reason ?? '') ?? [];
  return day !== null && !Number.isNaN(Date.parse(day)) && isRealDay(day) ? day : null;
}

function isRealDay(day: string): boolean {
  return new Date(Date.parse(day)).toISOString().startsWith(day);
}

function dropExpired(sdl: string, today: string): GraphQLSchema {
  const dropIfExpired = ({ directives }: { directives?: readonly DirectiveNode[] }) =>
    isExpired(directives ?? [], today) ? null : undefined;
  const document = visit(parse(sdl), {
    FieldDefinition: dropIfExpired,
    InputValueDefinition: dropIfExpired,
    EnumValueDefinition: dropIfExpired,
  });
  // A type may have lost its last field; nothing leads to it any more then, or the comparison says so.
  return pruneUnused(buildASTSchema(document, { assumeValid: true }));
}

function isExpired(directives: readonly DirectiveNode[], today: string): boolean {
  const [deprecated] = directives.filter(({ name }) => name.value === 'deprecated');
  const reason = deprecated?.arguments?.find(({ name }) => name.value === 'reason')?.value;
  const expiry = readExpiry(readText(reason));
  return expiry !== null && expiry <= today;
}

function readText(node: ASTNode | undefined): string | null {
  return node?.kind === Kind.STRING ? node.value : null;
}
