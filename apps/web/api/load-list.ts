import { ApiError } from './error.ts';

interface Paged {
  after: string | null;
  before: string | null;
}

interface LoadedList<View, Page> {
  /** What is shown: the asked view without what was refused. */
  view: View;
  page: Page;
  /** For each refusal a sentence that names the value. */
  refusals: string[];
}

/** The page of a list that an address asks for. What the API refuses of it is set aside and told, never thrown. */
export async function loadList<View extends Paged, Page>(
  asked: View,
  unfiltered: View,
  load: (view: View) => Promise<Page>,
): Promise<LoadedList<View, Page>> {
  const refusals: string[] = [];
  let view = asked;
  // The filters once, the cursor once; whatever is refused after that is no reader's mistake.
  while (refusals.length < 2) {
    try {
      return { view, page: await load(view), refusals };
    } catch (error) {
      const refusal = writeRefusal(error);
      if (refusal === null) throw error;
      refusals.push(refusal.words);
      view = refusal.isFilter ? unfiltered : { ...view, after: null, before: null };
    }
  }
  return { view, page: await load(view), refusals };
}

function writeRefusal(error: unknown): { words: string; isFilter: boolean } | null {
  if (!(error instanceof ApiError) || error.argument === null) return null;
  const [, field, reason = ''] =
    /^filter\.(\w+): (.*?)(?:; .*)?(?: \(request .*)?$/.exec(error.message) ?? [];
  if (field) {
    const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
    return { words: `${sentence}, so nothing is filtered.`, isFilter: true };
  }
  if (error.argument !== 'after' && error.argument !== 'before') return null;
  return {
    words: 'The address asks for a page that this list does not have; this is the first.',
    isFilter: false,
  };
}
