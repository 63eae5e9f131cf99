import { findDataset } from '@/api/dataset.ts';
import { formatDay, formatNumber } from '@/text/index.ts';
import { Link } from './link.tsx';
import styles from './site.module.css';

/** Licence, revision and how to read the numbers. */
export async function SiteFooter() {
  const dataset = await findDataset();
  return (
    <footer className={styles.footer}>
      <p>
        A total is a range: the fewest and the most distinct people consistent with what was said. Nothing is
        counted twice, nothing is divided evenly, and a missing number is not zero.{' '}
        <Link href="/methodology">How Muster counts</Link> · <Link href="/changes">What changed</Link>
      </p>
      {dataset && (
        <p>
          Records under{' '}
          <a href={dataset.licence.url} rel="license noreferrer">
            {dataset.licence.name}
          </a>
          . Revision {formatNumber(dataset.revision)}, {formatDay(dataset.publishedAt)}. Cite as:{' '}
          {dataset.citation}
        </p>
      )}
    </footer>
  );
}
