'use client';

import { formatInstant } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { EndSessionsDocument, type ListedPerson, type ListedSession } from './documents.ts';
import { sendChange, tellTrouble } from './send.ts';
import { nameBrowser } from './words.ts';

/** One's own sessions, each of which can be ended. */
export function SessionList({ person: { id, sessions } }: { person: ListedPerson }) {
  const end = (ids: string[] | null) => async () =>
    tellTrouble(await sendChange(EndSessionsDocument, { id, sessions: ids }), 'The session');
  const columns: Column<ListedSession>[] = [
    {
      key: 'browser',
      label: 'Browser',
      width: '32%',
      cell: ({ browser, isCurrent }) => (
        <>
          {nameBrowser(browser)}
          {isCurrent && <small>this one</small>}
        </>
      ),
    },
    { key: 'address', label: 'From', width: '18%', cell: ({ address }) => address ?? 'unknown' },
    { key: 'created', label: 'Since', width: '22%', cell: ({ createdAt }) => formatInstant(createdAt) },
    {
      key: 'end',
      label: 'Sign out',
      cell: (session) =>
        session.isCurrent ? (
          '–'
        ) : (
          <ConfirmButton
            label="Sign out"
            of={nameBrowser(session.browser)}
            question="There, at once?"
            act={end([session.id])}
          />
        ),
    },
  ];
  return (
    <>
      <DataTable caption="Your sessions" columns={columns} rows={sessions} rowKey={(session) => session.id} />
      {sessions.length > 1 && (
        <p>
          <ConfirmButton label="Sign out all others" of="" question="Everywhere but here?" act={end(null)} />
        </p>
      )}
    </>
  );
}
