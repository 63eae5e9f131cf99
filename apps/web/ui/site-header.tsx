import { KnownLink } from './known-link.tsx';
import { NavLink } from './nav-link.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './site.module.css';

/** Places in the header. Add one when its page exists. */
const places = [
  ['/', 'Overview'],
  ['/countries', 'Countries'],
  ['/programs', 'Programs'],
  ['/providers', 'Providers'],
  ['/commitments', 'Commitments'],
  ['/reported', 'Reported'],
  ['/sources', 'Sources'],
  ['/events', 'Events'],
] as const;

export function SiteHeader() {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.header}>
        <KnownLink className={styles.brand} href="/">
          Muster
        </KnownLink>
        <nav aria-label="Main" className={`${styles.nav} screen-only`}>
          {places.map(([href, label]) => (
            <NavLink key={href} href={href} label={label} />
          ))}
        </nav>
        <SearchBox />
      </header>
    </>
  );
}
