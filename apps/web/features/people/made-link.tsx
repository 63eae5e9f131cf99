'use client';

import { useEffect, useRef } from 'react';
import type * as api from '@/generated/contract.ts';
import { formatInstant } from '@/text/index.ts';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Notice } from '@/ui/notice.tsx';
import styles from './people.module.css';

interface MadeLinkProps {
  url: string;
  expiresAt: string;
  mail: api.LinkMail;
  person: { name: string; email: string };
}

const headings: Record<api.LinkMail, string> = {
  SENT: 'was mailed, and is shown here this once',
  FAILED: 'could not be mailed: copy it now, it is shown this once',
  OFF: 'copy it now, it is shown this once',
};

/** The link, which nobody will see again. */
export function MadeLink({ url, expiresAt, mail, person: { name, email } }: MadeLinkProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="made-link">
      <Notice>
        <h2 id="made-link" tabIndex={-1} ref={heading} className={styles.made}>
          {`The link for ${name}${mail === 'OFF' ? ': ' : ' '}${headings[mail]}`}
        </h2>
        <p className={styles.secret}>
          <code>{url}</code>
          <CopyButton text={url} what="the link" />
        </p>
        <p>
          {tellWay(mail, name, email)}{' '}
          {`Whoever opens it sets the password of ${email}: once, until ${formatInstant(expiresAt)}. Earlier links of theirs hold no longer.`}
        </p>
      </Notice>
    </section>
  );
}

function tellWay(mail: api.LinkMail, name: string, email: string): string {
  const byHand = `give it to ${name} by a way that others do not read.`;
  if (mail === 'OFF') return byHand.replace('give', 'Give');
  if (mail === 'SENT') return `The mail server took it for ${email}. If it does not arrive, ${byHand}`;
  return `The mail server did not take it in time, or refused it; the server’s log says why. The link holds all the same: ${byHand}`;
}
