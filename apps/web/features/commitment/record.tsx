import { RecordPage } from '@/features/count/record.tsx';
import { RecordTrack } from '@/features/count/record-track.tsx';
import { writeDek } from '@/features/count/sentences.ts';
import type { CommitmentRecordQuery } from '@/generated/graphql.ts';
import { describeVerdict, formatSentence } from '@/text/index.ts';
import { Stat } from '@/ui/stat.tsx';
import { RuleText } from './rule-text.tsx';

type Commitment = NonNullable<CommitmentRecordQuery['commitment']>;

interface CommitmentPageProps {
  commitment: Commitment;
  known: string | null;
  refused: string | null;
  today: string;
}

/** The page of a commitment, with the verdict on it. */
export function CommitmentPage({ commitment, known, refused, today }: CommitmentPageProps) {
  const { standing } = commitment;
  const { word, detail } = describeVerdict(commitment);
  return (
    <RecordPage
      record={commitment}
      dek={writeDek(commitment, commitment.status)}
      track={<RecordTrack record={commitment} at={known ?? today} />}
      lastFact={
        <Stat label="Verdict" value={word}>
          {formatSentence(detail)} {standing && <RuleText record={commitment} known={known} />}
        </Stat>
      }
      known={known}
      refused={refused}
      today={today}
    />
  );
}
