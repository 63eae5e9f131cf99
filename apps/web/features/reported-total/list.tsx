import { loadList } from '@/api/load-list.ts';
import { readToday } from '@/api/today.ts';
import { CountList } from '@/features/count/list.tsx';
import { type ListView, toVariables, withoutFilters } from '@/features/count/list-view.ts';
import { listReportedTotals } from './queries.ts';
import { ReportedTotalTable } from './table.tsx';

/** Every number that somebody says was trained, and who says so. */
export async function ReportedTotalList({ view: asked }: { view: ListView }) {
  const { view, page, refusals } = await loadList(asked, withoutFilters(asked), (view) =>
    listReportedTotals(toVariables(view)),
  );
  const at = view.known ?? (await readToday());
  return (
    <CountList
      view={view}
      title="Reported totals"
      dek="Numbers that somebody says were trained, with whose voice says so. Reports may contain one another, so their numbers must not be added."
      noun="reported total"
      page={page}
      refusals={refusals}
      at={at}
      table={<ReportedTotalTable rows={page.nodes} at={at} known={view.known} view={view} />}
    />
  );
}
