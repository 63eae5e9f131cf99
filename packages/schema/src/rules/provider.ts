import { z } from 'zod';
import { iso3, line, providerCode, slug } from './text.ts';
import { choice, PROVIDER_KINDS } from './vocabulary.ts';

/** Who promises or trains: a country under its ISO code, or an organisation under ORG: and a short name. */
export const providerInput = z
  .strictObject({
    slug,
    code: providerCode,
    name: line(200),
    kind: choice('provider kind', PROVIDER_KINDS),
    country: iso3.nullable().default(null),
  })
  .superRefine(({ kind, code, country }, context) => {
    if (kind === 'COUNTRY' && country !== code) {
      context.addIssue({ code: 'custom', path: ['country'], message: 'a country’s code is its ISO code' });
    }
    if (kind === 'ORGANISATION' && (country !== null || !code.startsWith('ORG:'))) {
      context.addIssue({
        code: 'custom',
        path: ['code'],
        message: 'an organisation has a code ORG:… and no country',
      });
    }
  });

export type ProviderInput = z.infer<typeof providerInput>;
