import { KnownLink } from './known-link.tsx';
import { NavLink } from './nav-link.tsx';
import { places } from './places.ts';
import { SearchBox } from './search-box.tsx';
import styles from './site.module.css';
import { SiteMenu } from './site-menu.tsx';

export function SiteHeader() {
  return (
    <>
      <a className={`${styles.skip} screen-only`} href="#main">
        Skip to content
      </a>
      <header className={styles.header}>
        <KnownLink className={styles.brand} href="/">
          Muster
        </KnownLink>
        <nav aria-label="Main" className={`${styles.nav} screen-only`}>
          <div className={styles.line}>
            {places.map(({ label, pages }) => (
              <ul key={label} aria-label={label}>
                {pages.map(([href, name]) => (
                  <li key={href}>
                    <NavLink href={href} label={name} />
                  </li>
                ))}
              </ul>
            ))}
          </div>
          <SiteMenu />
        </nav>
        <SearchBox />
      </header>
    </>
  );
}
