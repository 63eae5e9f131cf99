import { isDeepStrictEqual } from 'node:util';
import type { Desk } from './desk.ts';
import type { Journal, Standing, Tracked } from './journal.ts';

const AT_ONCE = 12;

/**
 * How editors are told that the records stand, and what is wrong between record and history: the newest change must be of
 * the version that stands and say what it says, and there must be one for each version.
 */
export async function readStandings(
  desk: Desk,
  records: readonly Tracked[],
): Promise<{ standings: Map<Tracked, Standing>; faults: string[] }> {
  const standings = new Map<Tracked, Standing>();
  const faults: string[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const some = records.slice(from, from + AT_ONCE);
    const fields = some.map(({ entity, slug }, index) => {
      const which = `entity: ${entity}, slug: "${slug}"`;
      return `r${index}: editableRecord(${which}) { version title state input }
        h${index}: recordHistory(${which}) { version action after }`;
    });
    const data = await desk.ask(`{ ${fields.join('\n')} }`);
    for (const [index, record] of some.entries()) {
      const found = data[`r${index}`];
      standings.set(record, found && { version: found.version, title: found.title, state: found.state });
      const fault = findFault(found, data[`h${index}`]);
      if (fault) faults.push(`${record.slug}: ${fault}`);
    }
  }
  return { standings, faults };
}

function findFault(found: any, history: any[]): string | null {
  const [last] = history;
  if (found === null) return last && last.action !== 'DELETED' ? 'has a history and is not there' : null;
  if (history.length !== found.version) return `has version ${found.version} and ${history.length} changes`;
  if (last.version !== found.version)
    return `has version ${found.version}, and its history ends at ${last.version}`;
  // Both are the same record; the order of its fields is not kept.
  return isDeepStrictEqual(JSON.parse(last.after), JSON.parse(found.input))
    ? null
    : `says other than its last change: ${last.after?.slice(0, 100)}`;
}

/** Comments and invitations: acknowledged ones are there, and no account without its entry in the log. */
export async function checkAdded(desk: Desk, { added }: Journal): Promise<string[]> {
  const faults: string[] = [];
  const { people } = await desk.ask('{ people { email } }');
  const addresses = new Set(people.map(({ email }: { email: string }) => email));
  for (const { kind, slug, text, isAcknowledged } of added) {
    if (kind === 'person') {
      const { auditLog } = await desk.ask(`{ auditLog(filter: { record: "${text}" }) { totalCount } }`);
      const [isThere, isLogged] = [addresses.has(text), auditLog.totalCount > 0];
      if (isThere !== isLogged)
        faults.push(`the account ${text} ${isThere ? 'is not in the log' : 'is only logged'}`);
      if (isAcknowledged && !isThere) faults.push(`the account ${text} is gone`);
    } else if (isAcknowledged) {
      const { comments } = await desk.ask(`{ comments(entity: COMMITMENT, slug: "${slug}") { text } }`);
      if (!comments.some((it: { text: string }) => it.text === text))
        faults.push(`the comment “${text}” is gone`);
    }
  }
  added.length = 0;
  return faults;
}
