import { formatDay } from '@/text/index.ts';
import styles from './country.module.css';
import type { Country } from './record.tsx';

interface CountryGroupsProps {
  groups: Country['groups'];
  memberships: { slug: string; since: string | null }[];
}

/** The groups of a country: regions of UN M49, and organisations with the day it joined where known. */
export function CountryGroups({ groups, memberships }: CountryGroupsProps) {
  if (groups.length === 0) return <p className="muted">None on record.</p>;
  const since = new Map(memberships.map((membership) => [membership.slug, membership.since]));
  return (
    <ul className={styles.groups}>
      {groups.map(({ slug, name, kind }) => (
        <li key={slug}>
          {name}
          <small>{kind === 'M49_REGION' ? 'region of UN M49' : describeSince(since.get(slug))}</small>
        </li>
      ))}
    </ul>
  );
}

function describeSince(since: string | null | undefined): string {
  return since ? `since ${formatDay(since)}` : 'since before the records begin';
}
