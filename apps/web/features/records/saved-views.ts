/** A list's view that somebody keeps under a name, in their browser. */
export interface SavedView {
  name: string;
  /** The search part of the list's address, without "?". */
  query: string;
}

const MOST_VIEWS = 30;
const LONGEST_NAME = 60;

export const storageKeyOf = (path: string) => `muster.views.${path}`;

/** What the browser keeps; whatever is not a view is passed over. */
export function readSavedViews(text: string | null): SavedView[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isSavedView).slice(0, MOST_VIEWS) : [];
  } catch {
    return [];
  }
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, query } = value as Partial<SavedView>;
  return typeof name === 'string' && name.trim() !== '' && typeof query === 'string';
}

/** The views with one more, last; a view of the same name is replaced. Null where the name is empty or they are too many. */
export function keepView(views: readonly SavedView[], { name, query }: SavedView): SavedView[] | null {
  const short = name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  const others = views.filter((view) => view.name !== short);
  if (short === '' || others.length >= MOST_VIEWS) return null;
  return [...others, { name: short, query }];
}

export const forgetView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter((view) => view.name !== name);
