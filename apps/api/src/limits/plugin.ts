import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';
import { countCost } from './cost.ts';
import { measureDepth } from './depth.ts';
import { type Limits, limitsOf } from './limits.ts';
import { refuse } from './refusal.ts';
import { checkDepth } from './text.ts';

/** What a question costs, as every answer tells it. It follows from the question and its variables alone. */
export interface Cost {
  asked: number;
  limit: number;
  /** What the same question could still ask for; never below zero. */
  left: number;
}

/** Refuses what is too deep, too dear or past the caller's allowance before anything is read, and tells in `extensions.cost` what a question costs. */
export const checkLimits: ApolloServerPlugin<Context> = {
  requestDidStart: async () => {
    let cost: Cost | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, contextValue, request: { variables } }) => {
        if (!operation) return;
        const limits = limitsOf[contextValue.tier];
        checkDepth(measureDepth(document, operation), limits);
        const asked = countCost(schema, document, operation, variables ?? {});
        cost = { asked, limit: limits.cost, left: Math.max(0, limits.cost - asked) };
        checkCost(asked, limits);
        await contextValue.takeCost(asked);
      },
      willSendResponse: async ({ response: { body } }) => {
        if (!cost || body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  },
};

function checkCost(asked: number, limits: Limits): void {
  if (asked <= limits.cost) return;
  throw refuse({
    code: 'QUERY_TOO_DEAR',
    message: `The query would cost ${asked}; the limit is ${limits.cost}. Ask for fewer fields within lists, or a smaller \`first\`.`,
    asked,
    limit: limits.cost,
  });
}
