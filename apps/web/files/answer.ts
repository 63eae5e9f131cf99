import { keepRelease } from '@/api/release.ts';
import { readToday } from '@/api/today.ts';
import { findViewFile } from './registry.ts';
import { type ViewFile, ViewRefused } from './view-file.ts';

/** The view of a path, or the answer that refuses it in words: 400 with what to mend, 404 where there is none. */
export async function requireView(path: string, search: URLSearchParams): Promise<ViewFile | Response> {
  try {
    const view = await findViewFile(path, Object.fromEntries(search), await readToday());
    if (view) return { ...view, page: await keepRelease(view.page) };
    return refuse(404, `There is no page ${path} that could be had as a file.`);
  } catch (error) {
    if (error instanceof ViewRefused) return refuse(400, error.problems.join('\n'));
    throw error;
  }
}

export function refuse(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
