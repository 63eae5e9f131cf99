import { addressOf, countPath } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { SharedCount } from './countries.ts';
import styles from './map.module.css';
import { listShareNames, writeAmount, writeShare } from './sentences.ts';
import { type MapView, mapPath } from './view.ts';

interface ListProps {
  counts: SharedCount[];
  view: MapView;
}

interface SharedListProps extends ListProps {
  /** ISO codes of the countries in the view's region. */
  shown: ReadonlySet<string>;
}

/** Totals over several countries, each told as one. */
export function SharedList({ counts, view, shown }: SharedListProps) {
  return (
    <ul className={`plain ${styles.list}`}>
      {counts.map((shared) => {
        const { count, isNamed } = shared;
        const isPicked = view.count === count.slug;
        const region = shared.countries.some((iso3) => shown.has(iso3)) ? view.region : 'world';
        return (
          <li key={count.slug}>
            <b className={toneOf(view)}>{writeShare(shared, view.show)}</b>
            <Link href={addressOf(countPath(count), { known: view.known })}>{count.title}</Link>
            {isNamed && <small>{listShareNames(shared)}</small>}
            <small className="screen-only">
              <Link href={`${mapPath(view, { count: isPicked ? null : count.slug, region })}#map`}>
                {isPicked ? 'Show all again' : 'Show on the map'}
                <span className="sr-only">: {count.title}</span>
              </Link>
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** Totals for nobody named: they may be any country's, and paint none. */
export function UnnamedList({ counts, view }: ListProps) {
  return (
    <ul className={`plain ${styles.list}`}>
      {counts.map((unnamed) => {
        const { count, countries } = unnamed;
        const amount = writeAmount(unnamed, view.show);
        return (
          <li key={count.slug}>
            <b className={toneOf(view)}>{countries.length > 0 ? `A part of ${amount}` : amount}</b>
            <Link href={addressOf(countPath(count), { known: view.known })}>{count.title}</Link>
            <small>{sayWhom(count)}</small>
          </li>
        );
      })}
    </ul>
  );
}

function sayWhom({ recipients }: SharedCount['count']): string {
  const groups = recipients.flatMap(({ group }) => (group ? [group.name] : []));
  if (groups.length > 0) return `${groups.join(', ')}: nobody says which countries these are`;
  if (recipients.length > 0) return 'of the others, besides those it names';
  return 'no recipient is named';
}

function toneOf({ show }: MapView): string {
  return show === 'promised' ? 'commit' : 'report';
}
