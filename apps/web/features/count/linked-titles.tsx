import { addressOf, countPath } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';

interface Named {
  __typename: 'Commitment' | 'ReportedTotal';
  slug: string;
  title: string;
}

interface LinkedTitlesProps {
  /** A sentence of the API, which names records by their titles in “quotation marks”. */
  sentence: string;
  counts: readonly Named[];
  known: string | null;
}

/** The sentence, with the titles of these counts linked. */
export function LinkedTitles({ sentence, counts, known }: LinkedTitlesProps) {
  const byTitle = new Map(counts.map((count) => [count.title, count]));
  return sentence.split(/“([^”]+)”/).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const count = byTitle.get(piece);
    if (!count) return `“${piece}”`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
      <Link key={i} href={addressOf(countPath(count), { known })}>
        “{piece}”
      </Link>
    );
  });
}
