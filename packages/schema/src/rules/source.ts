import { z } from 'zod';
import { impreciseDate } from './date.ts';
import { language, line, optionalText, slug, webAddress } from './text.ts';
import { choice, SOURCE_KINDS } from './vocabulary.ts';

/** A document. derivedFrom: the source that it mirrors or rewrites; in words where that one is not recorded. */
export const sourceInput = z
  .strictObject({
    slug,
    title: line(500),
    titleIsDescriptive: z.boolean().default(false),
    publisher: line(300),
    url: webAddress.nullable().default(null),
    archivedUrl: webAddress.nullable().default(null),
    publishedOn: impreciseDate.nullable().default(null),
    kind: choice('source kind', SOURCE_KINDS),
    language,
    derivedFrom: slug.nullable().default(null),
    derivedFromNote: optionalText(1000),
    note: optionalText(2000),
  })
  .superRefine((source, context) => {
    if (source.derivedFrom === source.slug) {
      context.addIssue({
        code: 'custom',
        path: ['derivedFrom'],
        message: 'a source cannot derive from itself',
      });
    }
  });

export type SourceInput = z.infer<typeof sourceInput>;
