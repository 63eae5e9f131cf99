import { formatDay, formatNumber } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import type { ListedRelease } from './queries.ts';

const columns: Column<ListedRelease>[] = [
  {
    key: 'name',
    label: 'Release',
    cell: ({ name }) => <Link href={`/data/releases/${name}`}>{name}</Link>,
  },
  { key: 'knownOn', label: 'As known on', cell: ({ knownOn }) => formatDay(knownOn) },
  { key: 'revision', label: 'Revision', align: 'end', cell: ({ revision }) => formatNumber(revision) },
];

/** Every release with its page, newest first. */
export function ReleaseTable({ releases }: { releases: ListedRelease[] }) {
  if (releases.length === 0) return <Empty>No release has been made yet.</Empty>;
  return <DataTable caption="Releases" columns={columns} rows={releases} rowKey={({ name }) => name} />;
}
