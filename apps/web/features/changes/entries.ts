import { formatSentence, startLine } from '@/text/index.ts';
import type { FeedEntry } from './feed.ts';
import type { Change } from './queries.ts';
import { anchorOfChange, nameAction, nameFields, nameKind, pathOfChange } from './words.ts';

/** A change as an entry of a feed of the site at `origin` (without a slash at its end). */
export function toFeedEntry(change: Change, origin: string): FeedEntry {
  const { entity, slug, title, version, action, actor, reason, at, changedFields } = change;
  const id = new URL(`${origin}/changes`);
  id.hash = `${entity}/${slug}/${anchorOfChange(change)}`;
  const path = pathOfChange(change);
  const sentences = [
    `${startLine(nameKind(entity))}, version ${version}. ${nameAction(action)} by ${actor}.`,
    reason && formatSentence(reason),
    changedFields.length > 0 && `Changed: ${nameFields(changedFields)}.`,
    title === null && 'The record is no longer published.',
  ];
  return {
    id: id.href,
    link: path ? `${origin}${path}#${anchorOfChange(change)}` : `${origin}/changes`,
    title: `${nameAction(action)}: ${title ?? slug}`,
    at,
    author: actor,
    text: sentences.filter(Boolean).join(' '),
    kind: nameKind(entity),
  };
}
