import { Fragment } from 'react';
import { addressOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './record.module.css';

interface ProviderLinksProps {
  providers: readonly { slug: string; name: string }[];
  known: string | null;
}

/** Who promises or trains, each name a link to its page. */
export function ProviderLinks({ providers, known }: ProviderLinksProps) {
  return providers.map(({ slug, name }, i) => (
    <Fragment key={slug}>
      {i > 0 && ', '}
      <Link href={addressOf(`/providers/${slug}`, { known })} className={styles.provider}>
        {name}
      </Link>
    </Fragment>
  ));
}
