import type { RecipientScope } from '@/generated/contract.ts';
import type { CountRecordFragment, GroupMembersQuery } from '@/generated/graphql.ts';
import { addressOf, countOf, formatDay, formatRange } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { listGroupsWithMembers } from './queries.ts';
import styles from './record.module.css';

type GroupWithMembers = NonNullable<GroupMembersQuery['group']>;

const scopeWords: { [scope in RecipientScope]: string } = {
  NAMED: 'All recipients are named.',
  PARTLY_NAMED: 'Only some of the recipients are named.',
  GROUP: 'The recipients are named only as a group; any of its members may be meant.',
  UNSPECIFIED: 'The recipients are not named.',
};

interface RecipientsProps {
  record: CountRecordFragment;
  /** ISO day whose members the groups have. */
  on: string;
  known: string | null;
}

/** For whom a count is meant: countries, groups with who belonged to them on that day, and the record's words. */
export async function Recipients({ record, on, known }: RecipientsProps) {
  // Asked for here, so that the rest of the page is drawn meanwhile.
  const slugs = record.recipients.flatMap(({ group }) => group?.slug ?? []);
  const groups = await listGroupsWithMembers(slugs, on);
  const countries = record.recipients.filter(({ country }) => country);
  return (
    <>
      <p>
        {scopeWords[record.recipientScope]}
        {countries.length > 1 && ' The number is for all of them together and is never divided.'}
      </p>
      {countries.length > 0 && (
        <ul className={styles.countries}>
          {countries.map(({ country, share }) => (
            <li key={country?.iso3}>
              <Link href={addressOf(`/countries/${country?.iso3}`, { known })}>{country?.name}</Link>
              {share && <span className="muted"> {formatRange(share)} of them, by a source’s own split</span>}
            </li>
          ))}
        </ul>
      )}
      {groups.map((group) => (
        <GroupMembers key={group.slug} group={group} on={on} known={known} />
      ))}
      {record.recipientsStated && (
        <p className={styles.aside}>In the record’s words: {record.recipientsStated}</p>
      )}
      <p className={styles.aside}>Who is trained, as recorded: {record.audienceStated}</p>
    </>
  );
}

function GroupMembers({ group, on, known }: { group: GroupWithMembers; on: string; known: string | null }) {
  if (group.isOpen) {
    return (
      <p>
        <b>{group.name}</b>: nobody has defined who belongs; any country may be meant.
        {group.description && <small>{group.description}</small>}
      </p>
    );
  }
  return (
    <div>
      <p>
        <b>{group.name}</b>
        {group.description && <small>{group.description}</small>}
      </p>
      <details className={styles.members}>
        <summary>
          {countOf(group.members.length, 'member')} on {formatDay(on)}
        </summary>
        <ul className={styles.countries}>
          {group.members.map(({ country }) => (
            <li key={country.iso3}>
              <Link href={addressOf(`/countries/${country.iso3}`, { known })}>{country.name}</Link>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
