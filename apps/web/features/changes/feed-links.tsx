import { feedAddresses } from './feed-addresses.ts';

/** Links to the feeds of a page ("/countries/SLB"); without one, of the whole site. */
export function FeedLinks({ page, what = 'the changes' }: { page?: string; what?: string }) {
  const { atom, json } = feedAddresses(page);
  return (
    <span className="screen-only">
      Follow {what}: <a href={atom}>Atom</a> · <a href={json}>JSON Feed</a>
    </span>
  );
}
