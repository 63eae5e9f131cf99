import type { CountryRole, EventStatus } from '@/generated/contract.ts';
import type { EventLineFragment } from '@/generated/graphql.ts';
import { formatDate, formatShortDate, formatWindow } from '@/text/index.ts';

export const eventStatusWords: { [status in EventStatus]: string } = {
  PROPOSED: 'proposed',
  SIGNED: 'signed',
  IN_FORCE: 'in force',
  EXPIRED: 'expired',
  REJECTED: 'turned down',
};

/** Roles as heads of a list. */
export const roleWords: { [role in CountryRole]: string } = {
  PARTY: 'Parties',
  PARTICIPANT: 'Taking part',
  RECIPIENT: 'For',
  MENTIONED: 'Mentioned only',
  CRITIC: 'Voicing criticism',
};

export const roleWord: { [role in CountryRole]: string } = {
  PARTY: 'party',
  PARTICIPANT: 'takes part',
  RECIPIENT: 'recipient',
  MENTIONED: 'mentioned only',
  CRITIC: 'voices criticism',
};

type Dated = Pick<EventLineFragment, 'startsOn' | 'endsOn'>;

/** "8–10 Sept 2024", "since July 2024", "undated". */
export function formatEventDate({ startsOn, endsOn }: Dated): string {
  if (!startsOn && !endsOn) return 'undated';
  if (startsOn && !endsOn) return formatShortDate(startsOn);
  return formatWindow({ start: startsOn, end: endsOn });
}

/** "on 8 September 2024", "from 8 to …", for a sentence. */
export function writeEventDay({ startsOn, endsOn }: Dated): string {
  if (startsOn && !endsOn) {
    return `${startsOn.precision === 'DAY' ? 'on' : 'in'} ${formatDate(startsOn)}`;
  }
  return startsOn || endsOn ? formatEventDate({ startsOn, endsOn }) : 'on a day that no source gives';
}

/** Places in an event by role, in the contract's order of roles. */
export function groupByRole(event: Pick<EventLineFragment, 'countries' | 'groups'>) {
  const roles = Object.keys(roleWords) as CountryRole[];
  return roles
    .map((role) => ({
      role,
      countries: event.countries.filter((place) => place.role === role).map(({ country }) => country),
      groups: event.groups.filter((place) => place.role === role).map(({ group }) => group),
    }))
    .filter(({ countries, groups }) => countries.length + groups.length > 0);
}

/** Events by year of their first day, in the order given; undated last. */
export function groupByYear<Row extends Dated>(events: readonly Row[]): { year: string; events: Row[] }[] {
  const years = new Map<string, Row[]>();
  for (const event of events) {
    const year = event.startsOn?.date.slice(0, 4) ?? 'Undated';
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  const undated = years.get('Undated');
  years.delete('Undated');
  if (undated) years.set('Undated', undated);
  return [...years].map(([year, members]) => ({ year, events: members }));
}
