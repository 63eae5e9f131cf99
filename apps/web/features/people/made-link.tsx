'use client';

import { useEffect, useRef } from 'react';
import { formatInstant } from '@/text/index.ts';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Notice } from '@/ui/notice.tsx';
import styles from './people.module.css';

interface MadeLinkProps {
  url: string;
  expiresAt: string;
  person: { name: string; email: string };
}

/** The link, which nobody will see again. */
export function MadeLink({ url, expiresAt, person: { name, email } }: MadeLinkProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="made-link">
      <Notice>
        <h2 id="made-link" tabIndex={-1} ref={heading} className={styles.made}>
          The link for {name}: copy it now, it is shown this once
        </h2>
        <p className={styles.secret}>
          <code>{url}</code>
          <CopyButton text={url} what="the link" />
        </p>
        <p>
          {`Give it to ${name} by a way that others do not read. Whoever opens it sets the password of ${email}: once, until ${formatInstant(expiresAt)}. Earlier links of theirs hold no longer.`}
        </p>
      </Notice>
    </section>
  );
}
