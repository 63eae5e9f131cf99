import { makeReportedTotalFile } from '@/features/count/files/record-file.ts';
import { RecordPage } from '@/features/count/record.tsx';
import { RecordTrack } from '@/features/count/record-track.tsx';
import { writeDek, writeWitnesses } from '@/features/count/sentences.ts';
import type { ReportedTotalRecordQuery } from '@/generated/graphql.ts';
import { Stat } from '@/ui/stat.tsx';
import { speakerWords } from './voice.ts';

type ReportedTotal = NonNullable<ReportedTotalRecordQuery['reportedTotal']>;

interface ReportedTotalPageProps {
  report: ReportedTotal;
  known: string | null;
  refused: string | null;
  today: string;
}

/** The page of a reported total, with whose voice it is. */
export function ReportedTotalPage({ report, known, refused, today }: ReportedTotalPageProps) {
  const { name, note } = speakerWords[report.voice];
  return (
    <RecordPage
      record={report}
      dek={writeDek(report, null)}
      track={<RecordTrack record={report} at={known ?? today} />}
      lastFact={
        <Stat label="Who says so" value={name}>
          {note}; {writeWitnesses(report)}
        </Stat>
      }
      file={makeReportedTotalFile(report, known, today)}
      known={known}
      refused={refused}
      today={today}
    />
  );
}
