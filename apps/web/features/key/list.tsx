import { formatDay, formatInstant } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Empty } from '@/ui/notice.tsx';
import type { ListedKey } from './documents.ts';
import { RevokeButton } from './revoke-button.tsx';
import { keyStateWords, scopeWords } from './words.ts';

const columns: Column<ListedKey>[] = [
  {
    key: 'name',
    label: 'Key',
    width: '30%',
    cell: ({ name, start, createdAt, createdBy }) => (
      <>
        {name}
        <small>
          <code>{start}…</code> made on {formatDay(createdAt)} by {createdBy}
        </small>
      </>
    ),
  },
  {
    key: 'scopes',
    label: 'Good for',
    cell: ({ scopes }) => scopes.map((scope) => scopeWords[scope]).join(' and '),
  },
  {
    key: 'used',
    label: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : 'never'),
  },
  { key: 'state', label: 'State', cell: (key) => <KeyState {...key} /> },
  {
    key: 'revoke',
    label: 'Take back',
    width: '14rem',
    cell: ({ id, name, state }) => (state === 'REVOKED' ? '–' : <RevokeButton id={id} name={name} />),
  },
];

export function KeyList({ keys }: { keys: ListedKey[] }) {
  if (keys.length === 0) return <Empty>No key has been made yet.</Empty>;
  return <DataTable caption="API keys" columns={columns} rows={keys} rowKey={({ id }) => id} />;
}

function KeyState({ state, expiresAt, revokedAt }: ListedKey) {
  const day = state === 'REVOKED' ? revokedAt : expiresAt;
  return (
    <>
      {keyStateWords[state]}
      {day && <small>{`${state === 'ACTIVE' ? 'until ' : 'on '}${formatDay(day)}`}</small>}
    </>
  );
}
