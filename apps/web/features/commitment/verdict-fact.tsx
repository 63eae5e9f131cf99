import type { CommitmentRecordQuery } from '@/generated/graphql.ts';
import {
  addressOf,
  describeVerdict,
  formatDays,
  formatSentence,
  verdictMeanings,
  verdictWords,
} from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Stat } from '@/ui/stat.tsx';
import { RuleText } from './rule-text.tsx';

type Commitment = NonNullable<CommitmentRecordQuery['commitment']>;

interface VerdictFactProps {
  commitment: Commitment;
  known: string | null;
}

/** The verdict with the rule that gave it. Of a window that closed in silence, the days are the headline. */
export function VerdictFact({ commitment, known }: VerdictFactProps) {
  const { standing } = commitment;
  const { word, detail } = describeVerdict(commitment);
  const isSilent = standing?.verdict === 'UNREPORTED' && word === verdictWords.UNREPORTED;
  const days = isSilent ? standing.days : null;
  const isCompared = standing && ['MET', 'BEHIND', 'INDETERMINATE'].includes(standing.verdict);
  return (
    <Stat
      label={days == null ? 'Verdict' : `Verdict: ${word.toLowerCase()}`}
      value={days == null ? word : `${formatDays(days)} without a report`}
    >
      {!standing && `${formatSentence(detail)} `}
      {isCompared && <>The rule: {formatSentence(verdictMeanings[standing.verdict])} </>}
      <RuleText record={commitment} known={known} />{' '}
      <Link href={`${addressOf('/methodology', { known })}#verdicts`}>How verdicts are given</Link>
    </Stat>
  );
}
