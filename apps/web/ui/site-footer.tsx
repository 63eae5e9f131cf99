import { findDataset } from '@/api/dataset.ts';
import { formatDay, formatNumber } from '@/text/index.ts';
import { KnownLink } from './known-link.tsx';
import { places } from './places.ts';
import styles from './site.module.css';

/** How to read the numbers, every page, the feeds, the licence and the revision. */
export async function SiteFooter() {
  const dataset = await findDataset();
  return (
    <footer className={styles.footer}>
      <p>
        A total is a range: the fewest and the most distinct people consistent with what was said. Nothing is
        counted twice, nothing is divided evenly, and a missing number is not zero.
      </p>
      <nav aria-label="All pages" className={`${styles.sitemap} screen-only`}>
        {places.map(({ label, pages }) => (
          <div key={label}>
            <p id={`all-${label.replace(' ', '-')}`}>{label}</p>
            <ul aria-labelledby={`all-${label.replace(' ', '-')}`}>
              {pages.map(([href, name]) => (
                <li key={href}>
                  <KnownLink href={href}>{name}</KnownLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>
          <p id="all-machines">For machines</p>
          <ul aria-labelledby="all-machines">
            <li>
              <a href="/changes.atom">Changes as Atom</a>
            </li>
            <li>
              <a href="/changes.json">Changes as JSON Feed</a>
            </li>
            <li>
              <a href="/graphql">GraphQL</a>
            </li>
            <li>
              <a href="/schema.graphql">Schema</a>
            </li>
          </ul>
        </div>
      </nav>
      {dataset && (
        <p>
          Records under{' '}
          <a href={dataset.licence.url} rel="license noreferrer">
            {dataset.licence.name}
          </a>
          . Revision {formatNumber(dataset.revision)}, {formatDay(dataset.publishedAt)}. Cite as:{' '}
          {dataset.citation}{' '}
          <KnownLink className="screen-only" href="/styleguide">
            Style guide
          </KnownLink>
        </p>
      )}
    </footer>
  );
}
