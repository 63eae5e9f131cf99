import type { ReactNode } from 'react';
import type { CountLineFragment } from '@/generated/graphql.ts';
import { addressOf, countOf, formatDay } from '@/text/index.ts';
import { ViewFiles } from '@/ui/chart-figure/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { Section } from '@/ui/section.tsx';
import { spanRows } from './count-columns.tsx';
import { ListFilters } from './list-filters.tsx';
import { type ListView, pageAddresses, paramsOfView, sortAddress } from './list-view.ts';
import { listFilterChoices } from './queries.ts';

interface CountListProps {
  view: ListView;
  title: string;
  dek: string;
  /** "commitment" or "reported total". */
  noun: string;
  page: {
    totalCount: number;
    pageInfo: Parameters<typeof pageAddresses>[1];
    nodes: CountLineFragment[];
  };
  refusals: string[];
  at: string;
  table: ReactNode;
}

/** A filterable, sortable list of counts; its whole state is its address. */
export async function CountList({ view, title, dek, noun, page, refusals, at, table }: CountListProps) {
  const choices = await listFilterChoices();
  const { previous, next } = pageAddresses(view, page.pageInfo);
  const { known: _, ...params } = paramsOfView(view);
  return (
    <>
      <PageHeader title={title} dek={dek} />
      <KnownNotice known={view.known} refused={view.refused} path={view.path} params={params} />
      <Refusals sentences={refusals} />
      <ListFilters view={view} {...choices} />
      <Section
        id="list"
        title={countOf(page.totalCount, noun)}
        aside={<ListAside view={view} rows={page.nodes} at={at} />}
      >
        {page.nodes.length > 0 ? table : <NoneFound view={view} noun={noun} />}
        <Pager previous={previous} next={next} />
        <ViewFiles
          view={{
            page: addressOf(view.path, { ...params, known: view.known, after: null, before: null }),
            title,
            draw: null,
          }}
        />
      </Section>
    </>
  );
}

function ListAside({ view, rows, at }: { view: ListView; rows: CountLineFragment[]; at: string }) {
  return (
    <>
      {view.sort !== 'stated' && <Link href={sortAddress(view, 'stated')}>Newest first</Link>}
      <span>{describeTracks(rows, at)}</span>
    </>
  );
}

function NoneFound({ view, noun }: { view: ListView; noun: string }) {
  return (
    <Empty>
      No {noun} matches. <Link href={addressOf(view.path, { known: view.known })}>Show all</Link>
    </Empty>
  );
}

function describeTracks(rows: CountLineFragment[], at: string): string | null {
  if (rows.length === 0) return null;
  const { start, end } = spanRows(rows, at);
  return `Windows on a line from ${start.slice(0, 4)} to ${Number(end.slice(0, 4)) - 1}; the upright is ${formatDay(at)}`;
}
