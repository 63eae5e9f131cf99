'use client';

import { useEffect, useRef } from 'react';
import { CodeBlock } from '@/ui/code-block.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Notice } from '@/ui/notice.tsx';
import styles from './key.module.css';

interface MadeKeyProps {
  name: string;
  secret: string;
  endpoint: string;
}

/** The key itself, which nobody will see again. */
export function MadeKey({ name, secret, endpoint }: MadeKeyProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const example = [
    `curl -sG ${endpoint} -H 'authorization: Bearer ${secret}' \\`,
    "  -H 'apollo-require-preflight: 1' --data-urlencode 'query={ dataset { revision } }'",
  ].join('\n');
  return (
    <section aria-labelledby="made-key">
      <Notice>
        <h2 id="made-key" tabIndex={-1} ref={heading} className={styles.made}>
          The key “{name}”: copy it now, it is shown this once
        </h2>
        <p className={styles.secret}>
          <code>{secret}</code>
          <CopyButton text={secret} what="the key" />
        </p>
        <p className={styles.way}>
          Give it to whoever is to use it by a way that others do not read. It is sent like this:
        </p>
        <CodeBlock label="How the key is sent">{example}</CodeBlock>
      </Notice>
    </section>
  );
}
