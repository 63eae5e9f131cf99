'use client';

import { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import { KnownLink } from './known-link.tsx';
import styles from './site.module.css';

/** A place in the header: marked while the reader is there, and while it is on its way. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const isHere = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <KnownLink href={href} aria-current={isHere ? (path === href ? 'page' : 'true') : undefined}>
      {label}
      <Pending />
    </KnownLink>
  );
}

function Pending() {
  const { pending } = useLinkStatus();
  return <i className={styles.pending} data-pending={pending} aria-hidden="true" />;
}
