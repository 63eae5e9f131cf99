import { z } from 'zod';
import { optionalText, slug } from './text.ts';
import { choice, LINK_BASES, LINK_RELATIONS } from './vocabulary.ts';

/** `from` is part of, replaces, fulfils or renews `to`; source: the document that says so. */
export const linkInput = z
  .strictObject({
    from: slug,
    to: slug,
    relation: choice('relation', LINK_RELATIONS),
    basis: choice('basis', LINK_BASES),
    note: optionalText(2000),
    source: slug.nullable().default(null),
  })
  .superRefine(({ from, to }, context) => {
    if (from === to) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'a count cannot be linked to itself' });
    }
  });

export type LinkInput = z.infer<typeof linkInput>;
