import { loadList } from '@/api/load-list.ts';
import { readToday } from '@/api/today.ts';
import { CountList } from '@/features/count/list.tsx';
import { type ListView, toVariables, withoutFilters } from '@/features/count/list-view.ts';
import { listCommitments } from './queries.ts';
import { CommitmentTable } from './table.tsx';

/** Every commitment, with its window and the verdict on it. */
export async function CommitmentList({ view: asked }: { view: ListView }) {
  const { view, page, refusals } = await loadList(asked, withoutFilters(asked), (view) =>
    listCommitments({ ...toVariables(view), verdict: view.verdict && [view.verdict] }),
  );
  const at = view.known ?? (await readToday());
  return (
    <CountList
      view={view}
      title="Commitments"
      dek="Who promised to train whom, how many and by when; and what can be said of the keeping. Promises may contain one another, so their numbers must not be added."
      noun="commitment"
      page={page}
      refusals={refusals}
      at={at}
      table={<CommitmentTable rows={page.nodes} at={at} known={view.known} view={view} />}
    />
  );
}
