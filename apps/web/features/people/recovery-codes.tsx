'use client';

import { CopyButton } from '@/ui/copy-button.tsx';
import { Notice } from '@/ui/notice.tsx';
import styles from './people.module.css';

/** Shown once, when they are made. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <section aria-labelledby="recovery-codes">
      <Notice>
        <h3 id="recovery-codes" className={styles.made}>
          Recovery codes: keep them apart from the phone, they are shown this once
        </h3>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          Each signs you in once where the phone cannot. Earlier ones hold no longer.{' '}
          <CopyButton text={codes.join('\n')} what="the recovery codes" />
        </p>
      </Notice>
    </section>
  );
}
