import { feedAddresses } from '@/features/changes/feed-addresses.ts';
import { Link } from '@/ui/link.tsx';
import styles from './data.module.css';

const feeds = [
  { title: 'All records', href: '/changes', words: 'every published change', ...feedAddresses() },
  {
    title: 'A country',
    href: '/countries',
    words:
      'the records that name it, or a group of which it was a member on the day stated; of Solomon Islands:',
    ...feedAddresses('/countries/SLB'),
  },
  {
    title: 'A commitment',
    href: '/commitments',
    words: 'the versions of one record; its page links them',
    atom: null,
    json: null,
  },
];

/** What changes, for feed readers. */
export function Feeds() {
  return (
    <ul className={styles.releases}>
      {feeds.map(({ title, href, words, atom, json }) => (
        <li key={title}>
          <Link href={href}>{title}</Link>
          <small>
            {words}{' '}
            {atom && (
              <>
                <a href={atom}>Atom</a> · <a href={json}>JSON Feed</a>
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}
