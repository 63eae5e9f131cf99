'use client';

import { useEffect, useState } from 'react';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { TouchPresenceMutation } from '@/generated/graphql.ts';
import { LeavePresenceDocument, TouchPresenceDocument } from './documents.ts';
import styles from './editing.module.css';
import type { Kind } from './kinds.ts';

const EVERY = 15_000;
type Others = TouchPresenceMutation['touchPresence'];

/** Who else has the record open now. */
export function Presence({ kind, slug, isEditing }: { kind: Kind; slug: string; isEditing: boolean }) {
  const [others, setOthers] = useState<Others>([]);
  const { entity } = kind;
  useEffect(() => {
    const touch = () =>
      queryFromBrowser(TouchPresenceDocument, { entity, slug, isEditing })
        .then(({ touchPresence }) => setOthers(touchPresence))
        // A hint: without it nothing is lost.
        .catch(() => setOthers([]));
    void touch();
    const timer = setInterval(touch, EVERY);
    return () => clearInterval(timer);
  }, [entity, slug, isEditing]);
  useEffect(
    () => () => void queryFromBrowser(LeavePresenceDocument, { entity, slug }).catch(() => {}),
    [entity, slug],
  );
  return (
    <p className={styles.presence} role="status" hidden={others.length === 0}>
      {others.map(({ name, isEditing: isWriting }) => (
        <span key={name}>
          {isWriting ? `${name} is changing this record now.` : `${name} has it open too.`}
        </span>
      ))}
    </p>
  );
}
