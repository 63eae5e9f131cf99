import { formatDay, formatInstant } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import type { ListedPerson } from './documents.ts';
import { PersonActions } from './person-actions.tsx';
import { RoleForm } from './role-form.tsx';
import { accountStateWords } from './words.ts';

const columns: Column<ListedPerson>[] = [
  {
    key: 'name',
    label: 'Who',
    width: '24%',
    cell: ({ name, email }) => (
      <>
        {name}
        <small>{email}</small>
      </>
    ),
  },
  {
    key: 'role',
    label: 'Role',
    width: '17%',
    cell: ({ id, name, role }) => <RoleForm key={role} id={id} name={name} role={role} />,
  },
  { key: 'state', label: 'State', width: '14%', cell: (person) => <State {...person} /> },
  { key: 'seen', label: 'Signed in', width: '14%', cell: ({ sessions }) => <Seen sessions={sessions} /> },
  { key: 'actions', label: 'Account', cell: (person) => <PersonActions key={person.state} {...person} /> },
];

export function PeopleList({ people }: { people: ListedPerson[] }) {
  return <DataTable caption="People" columns={columns} rows={people} rowKey={({ id }) => id} />;
}

function State({ state, hasTotp, createdAt, linkExpiresAt }: ListedPerson) {
  return (
    <>
      {accountStateWords[state]}
      {state === 'ACTIVE' && <small>{hasTotp ? 'with codes' : 'without codes'}</small>}
      {state === 'INVITED' && <small>{`on ${formatDay(createdAt)}`}</small>}
      {linkExpiresAt && <small>{`link until ${formatDay(linkExpiresAt)}`}</small>}
    </>
  );
}

function Seen({ sessions }: Pick<ListedPerson, 'sessions'>) {
  const [latest] = sessions;
  if (!latest) return 'nowhere';
  return (
    <>
      {sessions.length === 1 ? 'one browser' : `${sessions.length} browsers`}
      <small>{`seen ${formatInstant(latest.lastSeenAt)}`}</small>
    </>
  );
}
