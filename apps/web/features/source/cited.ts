import type { FileSource } from '@/files/view-file.ts';

interface Cited {
  claims: readonly {
    source: {
      slug: string;
      title: string;
      publisher: string;
      publishedOn?: { date: string } | null;
      url?: string | null;
    };
  }[];
}

/** The documents that tell of these counts, each once, in order of their titles. */
export function listCitedSources(counts: readonly Cited[]): FileSource[] {
  const cited = new Map<string, FileSource>();
  for (const { claims } of counts)
    for (const { source } of claims) {
      const { slug, title, publisher, publishedOn, url } = source;
      cited.set(slug, { slug, title, publisher, publishedOn: publishedOn?.date ?? null, url: url ?? null });
    }
  return [...cited.values()].toSorted(
    (a, b) => a.title.localeCompare(b.title) || a.slug.localeCompare(b.slug),
  );
}
