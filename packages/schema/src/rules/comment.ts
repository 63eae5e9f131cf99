import { paragraphs } from './text.ts';

/** What an editor remarks on a record, for other editors. */
export const commentText = paragraphs(2000);
