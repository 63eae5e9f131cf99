import { writeDay } from './calendar.ts';
import type { RecordedCount } from './record.ts';
import type { Judgement } from './standing.ts';
import { MEASURE_WORDS, UNIT_WORDS, writeList, writeNumber, writeQuantity, writeTitle } from './words.ts';

/** The rule that gave a verdict, in sentences with its numbers. */
export function writeRule(judgement: Judgement): string {
  return [writeReason(judgement), ...writeRemarks(judgement)].join(' ');
}

function writeReason(judgement: Judgement): string {
  const { verdict, due, reported, windowEnd, days } = judgement;
  const noun = UNIT_WORDS[judgement.commitment.unit];
  const end = windowEnd === null ? '' : writeDay(windowEnd);
  switch (verdict) {
    case 'UNREPORTED':
      return `The window closed on ${end} and no known source links a report to this promise.`;
    case 'RUNNING':
      return windowEnd === null
        ? 'The window is open, so nothing falls due by a day.'
        : `The window closes on ${end}, in ${writeNumber(days ?? 0)} days, and no known source links a report to this promise yet.`;
    case 'MET':
      return `At least ${writeNumber(reported.low)} ${noun} are reported, and at most ${writeNumber(due?.high ?? 0)} are due.`;
    case 'BEHIND':
      return `At most ${writeNumber(reported.high)} ${noun} are reported, and at least ${writeNumber(due?.low ?? 0)} are due.`;
    case 'INDETERMINATE':
      if (due === null && reported.high > 0)
        return `${writeQuantity(reported)} ${noun} are reported, and nobody says from when on the promise counts.`;
      if (judgement.stated.length === 0) return 'What is reported cannot be compared with what was promised.';
      return `${writeQuantity(reported)} ${noun} are reported and ${writeQuantity(due ?? reported)} are due; the ranges overlap.`;
  }
}

function writeRemarks({ commitment, inferred, incomparable }: Judgement): string[] {
  const remarks: string[] = [];
  for (const report of incomparable) remarks.push(describeIncomparable(report, commitment));
  if (inferred.length > 0) {
    remarks.push(`${writeList(inferred.map(writeTitle))} may fulfil it, but no source says so.`);
  }
  if (commitment.unit === 'COURSES' || commitment.unit === 'PLACES') {
    remarks.push(`It promises ${UNIT_WORDS[commitment.unit]}, which reports of people cannot meet.`);
  }
  return remarks;
}

function describeIncomparable(report: RecordedCount, commitment: RecordedCount): string {
  const title = writeTitle(report);
  if (report.quantity === null) return `${title} reports on it without a number.`;
  if (report.rate !== null) return `${title} reports on it as a yearly rate.`;
  if (report.unit !== commitment.unit) return `${title} reports on it in ${UNIT_WORDS[report.unit]}.`;
  return `${title} reports on it, but counts ${MEASURE_WORDS[report.measure]}.`;
}
