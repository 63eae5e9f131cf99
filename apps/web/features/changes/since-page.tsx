import { addressOf, countOf, formatDay, startLine, sumSince, writeSince } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { NewsTable } from './news-table.tsx';
import { groupByYear } from './since.ts';
import { SinceForm } from './since-form.tsx';
import { listSince, readThenAndNow } from './since-queries.ts';
import { ThenAndNowTable } from './then-and-now.tsx';

interface SincePageProps {
  /** ISO day before today. */
  since: string;
  today: string;
}

/** What the public came to know after a day: the totals then and now, and every record that was added. */
export async function SincePage({ since, today }: SincePageProps) {
  const [{ counts, news }, totals] = await Promise.all([listSince(since), readThenAndNow(since, today)]);
  const total = sumSince(counts);
  return (
    <>
      <PageHeader
        title={`What became known since ${formatDay(since)}`}
        dek={`${startLine(writeSince(counts))}. A record counts from the first day on which the public certainly could know of it.`}
      />
      <SinceForm today={today} since={since} />
      <Section
        id="then-and-now"
        title="Then and now"
        aside={<Link href={addressOf('/', { known: since })}>The overview as known then</Link>}
      >
        <ThenAndNowTable totals={totals} since={since} today={today} />
      </Section>
      <Section id="new" title={countOf(total, 'record')} aside="Newest first">
        {news.length === 0 && <Empty>Nothing became known after {formatDay(since)}.</Empty>}
        {groupByYear(news).map((group) => (
          <NewsTable key={group.year} {...group} />
        ))}
        {news.length < total && (
          <p className="muted">
            These are the {countOf(news.length, 'record')} stated last; the lists of commitments, reported
            totals and events hold the others.
          </p>
        )}
      </Section>
      <p style={{ marginTop: 'var(--space-6)' }}>
        <Link href="/changes">What editors changed in the records, and when</Link>
      </p>
    </>
  );
}
