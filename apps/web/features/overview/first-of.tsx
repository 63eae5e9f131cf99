import { Link } from '@/ui/link.tsx';

/** A page holds so many rows of one list; the list itself, and the files, hold all. */
export const MOST_ROWS = 200;

export interface FirstOfProps {
  /** How many there are; nothing is said where the page holds them all. */
  total: number;
  /** What comes first, such as `largest`. */
  order?: string;
  /** Where all of them are. */
  all: { href: string; label: string };
}

/** Says below a list that it goes on elsewhere. */
export function FirstOf({ total, order = 'first', all }: FirstOfProps) {
  if (total <= MOST_ROWS) return null;
  return (
    <p className="muted">
      The {MOST_ROWS} {order} of {total.toLocaleString('en')}. <Link href={all.href}>{all.label}</Link>
    </p>
  );
}
