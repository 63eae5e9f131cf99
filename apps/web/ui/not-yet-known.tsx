import { addressOf, formatDay } from '@/text/index.ts';
import { Link } from './link.tsx';
import { PageHeader } from './page-header.tsx';

interface NotYetKnownProps {
  title: string;
  /** The first day on which the public certainly could know. */
  knownOn: string;
  /** The day that the reader asked for. */
  known: string;
  path: string;
}

/** In place of a record that exists, but that nobody could know on the day asked for. */
export function NotYetKnown({ title, knownOn, known, path }: NotYetKnownProps) {
  return (
    <>
      <PageHeader
        kicker={`As known on ${formatDay(known)}`}
        title={title}
        dek={`On ${formatDay(known)} the public could not yet know of this. It is on record from ${formatDay(knownOn)}.`}
      />
      <p>
        <Link href={addressOf(path, { known: knownOn })}>Show it as known on {formatDay(knownOn)}</Link>
      </p>
      <p>
        <Link href={path}>Show it as known today</Link>
      </p>
    </>
  );
}
