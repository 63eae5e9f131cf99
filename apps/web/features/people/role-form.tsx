'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import styles from '@/features/editing/editing.module.css';
import type * as api from '@/generated/contract.ts';
import { ChangeRoleDocument } from './documents.ts';
import peopleStyles from './people.module.css';
import { sendChange, tellTrouble } from './send.ts';
import { roleWords } from './words.ts';

/** Chooses another role; nothing changes until it is said. */
export function RoleForm({ id, name, role }: { id: string; name: string; role: api.Role }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<api.Role>(role);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function change(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    const told = await sendChange(ChangeRoleDocument, { id, from: role, to: chosen });
    setIsBusy(false);
    const wrong = tellTrouble(told, name);
    setTrouble(wrong);
    if (wrong === null) router.refresh();
  }

  return (
    <form className={peopleStyles.roles} method="post" onSubmit={change}>
      <select
        aria-label={`Role of ${name}`}
        value={chosen}
        onChange={({ target }) => setChosen(target.value as api.Role)}
      >
        {Object.entries(roleWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {chosen !== role && (
        <button type="submit" className={styles.primary} disabled={isBusy}>
          {isBusy ? 'Changing …' : 'Change'}
          <span className="sr-only"> the role of {name}</span>
        </button>
      )}
      {trouble && (
        <small role="alert" className={styles.problem}>
          {trouble}
        </small>
      )}
    </form>
  );
}
