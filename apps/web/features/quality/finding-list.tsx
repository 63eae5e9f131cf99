import { formatDay } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { ListedFinding } from './documents.ts';
import { Judge } from './judge.tsx';
import styles from './quality.module.css';
import { kindWords, nameRemedy, severityWords } from './words.ts';

interface FindingListProps {
  findings: ListedFinding[];
  /** Whether the viewer may judge. */
  mayJudge: boolean;
  /** Of all kinds: each finding tells its own. */
  isMixed: boolean;
}

export function FindingList({ findings, mayJudge, isMixed }: FindingListProps) {
  return (
    <ol className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.id} data-severity={finding.severity}>
          <p className={styles.facts}>
            <span className={styles.severity}>{severityWords[finding.severity]}</span>
            {isMixed && <span>{kindWords[finding.kind]}</span>}
            {finding.since && (
              <span>
                since <time dateTime={finding.since}>{formatDay(finding.since)}</time>
              </span>
            )}
          </p>
          <p className={styles.sentence}>{finding.sentence}</p>
          {finding.dismissal && <Said {...finding.dismissal} />}
          <div className={styles.actions}>
            <Link href={finding.remedy} className={styles.remedy}>
              {nameRemedy(finding)}
            </Link>
            {finding.records.map((record) => (
              <Link key={record.slug} href={publicPath(record)}>
                {record.slug}
              </Link>
            ))}
            {mayJudge && (
              <Judge
                id={finding.id}
                fingerprint={finding.fingerprint}
                version={finding.dismissal?.holds ? finding.dismissal.version : null}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Said({ reason, by, at, holds }: NonNullable<ListedFinding['dismissal']>) {
  const words = `${by} on ${formatDay(at)}: “${reason}”`;
  return (
    <p className={styles.said}>
      {holds
        ? `Dismissed by ${words}`
        : `Open again, for the records have changed since it was dismissed by ${words}`}
    </p>
  );
}

const places: Record<string, string> = {
  Commitment: '/commitments',
  ReportedTotal: '/reported',
  Source: '/sources',
};

function publicPath({ entity, slug }: ListedFinding['records'][number]): string {
  return `${places[entity] ?? ''}/${slug}`;
}
