import { makeCommitmentFile } from '@/features/count/files/record-file.ts';
import { RecordPage } from '@/features/count/record.tsx';
import { RecordTrack } from '@/features/count/record-track.tsx';
import { writeDek } from '@/features/count/sentences.ts';
import type { CommitmentRecordQuery } from '@/generated/graphql.ts';
import { VerdictFact } from './verdict-fact.tsx';

type Commitment = NonNullable<CommitmentRecordQuery['commitment']>;

interface CommitmentPageProps {
  commitment: Commitment;
  known: string | null;
  refused: string | null;
  today: string;
}

/** The page of a commitment, with the verdict on it. */
export function CommitmentPage({ commitment, known, refused, today }: CommitmentPageProps) {
  return (
    <RecordPage
      record={commitment}
      dek={writeDek(commitment, commitment.status)}
      track={<RecordTrack record={commitment} at={known ?? today} />}
      lastFact={<VerdictFact commitment={commitment} known={known} />}
      file={makeCommitmentFile(commitment, known, today)}
      known={known}
      refused={refused}
      today={today}
    />
  );
}
