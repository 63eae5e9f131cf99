import type { Reading } from '@/features/totals/reading.ts';
import { placeName } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './compare.module.css';
import { comparePath, type Kind } from './view.ts';

const others: { [kind in Kind]: string } = {
  provider: 'another provider',
  program: 'another program',
  country: 'another country',
};

interface CompareLinkProps {
  by: Kind;
  id: string;
  name: string;
  reading: Reading;
}

/** From the page of a provider, a program or a country to its comparison with others, under the same reading. */
export function CompareLink({ by, id, name, reading }: CompareLinkProps) {
  const { known, audience } = reading;
  return (
    <p className={`${styles.other} screen-only`}>
      <Link href={comparePath({ by, ids: [id], known, audience })}>
        Compare {placeName(name)} with {others[by]}
      </Link>
    </p>
  );
}
