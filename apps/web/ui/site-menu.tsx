'use client';

import { usePathname } from 'next/navigation';
import type { KeyboardEvent } from 'react';
import { NavLink } from './nav-link.tsx';
import { places } from './places.ts';
import styles from './site.module.css';

/** The navigation where it has no room on a line: opens without script, and closes by Escape and at the next page. */
export function SiteMenu() {
  return (
    <details key={usePathname()} className={styles.menu} onKeyDown={closeByEscape}>
      <summary>Menu</summary>
      <div className={styles.sheet}>
        {places.map(({ label, pages }) => (
          <div key={label}>
            <p id={`menu-${pages[0][0].slice(1)}`}>{label}</p>
            <ul aria-labelledby={`menu-${pages[0][0].slice(1)}`}>
              {pages.map(([href, name]) => (
                <li key={href}>
                  <NavLink href={href} label={name} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}

function closeByEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== 'Escape' || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}
