/** How a record stands; null: it is not there. */
export type Standing = { version: number; title: string; state: string | null } | null;

export interface Tracked {
  entity: 'COMMITMENT' | 'SOURCE';
  slug: string;
  /** As the last acknowledged change left it, or as it was found after a restart. */
  now: Standing;
}

/** What one write would do to one record. */
export interface Change {
  record: Tracked;
  next: Standing;
}

/** A write that was sent and is not yet answered. */
export interface Attempt {
  what: string;
  /** All of them belong to one transaction. */
  changes: Change[];
  /** What it adds to the data revision. */
  revisions: number;
  isImport?: boolean;
}

/** What must be there beside the records: a comment's text, somebody's address. */
export interface Added {
  kind: 'comment' | 'person';
  /** Of a comment: the record. */
  slug: string;
  text: string;
  isAcknowledged: boolean;
}

/** What was sent, what was acknowledged, and what was found of it. */
export class Journal {
  readonly records = new Map<string, Tracked>();
  readonly underWay = new Set<Attempt>();
  readonly added: Added[] = [];
  readonly faults: string[] = [];
  /** Records written to since they were last compared. */
  readonly touched = new Set<Tracked>();
  revision = 0;
  acknowledged = 0;
  readonly found = { whole: 0, absent: 0, importsWhole: 0, importsAbsent: 0 };

  begin(attempt: Attempt): Attempt {
    this.underWay.add(attempt);
    for (const { record } of attempt.changes) {
      this.records.set(record.slug, record);
      this.touched.add(record);
    }
    return attempt;
  }

  /** The server said that it is done. */
  acknowledge(attempt: Attempt): void {
    this.acknowledged += 1;
    this.settle(attempt, true);
  }

  /** The server said that nothing was written. */
  refuse(attempt: Attempt, why: string): void {
    this.faults.push(`${attempt.what} was refused: ${why}`);
    this.settle(attempt, false);
  }

  /** Compares what was under way with what is there: each whole or absent. */
  resolve(read: (record: Tracked) => Standing): void {
    for (const attempt of this.underWay) {
      const isThere = attempt.changes.map(({ record, next }) => isSame(read(record), next));
      const isAsBefore = attempt.changes.map(({ record }) => isSame(read(record), record.now));
      const isWhole = isThere.every(Boolean);
      if (!isWhole && !isAsBefore.every(Boolean)) {
        const [first] = attempt.changes;
        this.faults.push(
          `${attempt.what} is half there: ${first?.record.slug} ${tell(first ? read(first.record) : null)}`,
        );
      }
      if (attempt.isImport) this.found[isWhole ? 'importsWhole' : 'importsAbsent'] += 1;
      else this.found[isWhole ? 'whole' : 'absent'] += 1;
      this.settle(attempt, isWhole);
    }
  }

  /** Compares every record touched since with what is there. */
  compare(read: (record: Tracked) => Standing): void {
    for (const record of this.touched) {
      const found = read(record);
      if (isSame(found, record.now)) continue;
      this.faults.push(`${record.slug} should be ${tell(record.now)} and is ${tell(found)}`);
      record.now = found;
    }
    this.touched.clear();
  }

  private settle(attempt: Attempt, isDone: boolean): void {
    this.underWay.delete(attempt);
    if (!isDone) return;
    for (const { record, next } of attempt.changes) record.now = next;
    this.revision += attempt.revisions;
  }
}

function isSame(one: Standing, other: Standing): boolean {
  return one?.version === other?.version && one?.title === other?.title && one?.state === other?.state;
}

function tell(standing: Standing): string {
  return standing === null ? 'absent' : `“${standing.title}” v${standing.version} ${standing.state}`;
}
