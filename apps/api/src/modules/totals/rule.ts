import { writeDay } from './calendar.ts';
import type { RecordedCount } from './record.ts';
import type { Judgement } from './standing.ts';
import { writeList, writeNumber, writeQuantity } from './words.ts';

const NOUNS = { PEOPLE: 'people', PLACES: 'places', COURSES: 'courses' };

/** The rule that gave a verdict, in words with its numbers. */
export function writeRule(judgement: Judgement): string {
  return [`${judgement.verdict}: ${writeReason(judgement)}`, ...writeRemarks(judgement)].join(' ');
}

function writeReason(judgement: Judgement): string {
  const { verdict, due, reported, windowEnd, days } = judgement;
  const noun = NOUNS[judgement.commitment.unit];
  const end = windowEnd === null ? '' : writeDay(windowEnd);
  switch (verdict) {
    case 'UNREPORTED':
      return `the window closed on ${end} and no known source links a report to this promise.`;
    case 'RUNNING':
      return windowEnd === null
        ? 'the window is open, so nothing falls due by a day.'
        : `the window closes on ${end}, in ${writeNumber(days ?? 0)} days, and no known source links a report to this promise yet.`;
    case 'MET':
      return `at least ${writeNumber(reported.low)} ${noun} are reported, and at most ${writeNumber(due?.high ?? 0)} are due.`;
    case 'BEHIND':
      return `at most ${writeNumber(reported.high)} ${noun} are reported, and at least ${writeNumber(due?.low ?? 0)} are due.`;
    case 'INDETERMINATE':
      if (judgement.stated.length === 0) return 'what is reported cannot be compared with what was promised.';
      return `${writeQuantity(reported)} ${noun} are reported and ${writeQuantity(due ?? reported)} are due; the ranges overlap.`;
  }
}

function writeRemarks({ commitment, inferred, incomparable }: Judgement): string[] {
  const remarks: string[] = [];
  for (const report of incomparable) remarks.push(describeIncomparable(report, commitment));
  if (inferred.length > 0) {
    const slugs = writeList(inferred.map(({ slug }) => slug));
    remarks.push(`${slugs} may fulfil it, but no source says so.`);
  }
  if (commitment.unit === 'COURSES' || commitment.unit === 'PLACES') {
    remarks.push(`It promises ${NOUNS[commitment.unit]}, which reports of people cannot meet.`);
  }
  return remarks;
}

function describeIncomparable(report: RecordedCount, commitment: RecordedCount): string {
  if (report.quantity === null) return `${report.slug} reports on it without a number.`;
  if (report.rate !== null) return `${report.slug} reports on it as a yearly rate.`;
  if (report.unit !== commitment.unit) return `${report.slug} reports on it in ${NOUNS[report.unit]}.`;
  return `${report.slug} reports on it, but counts ${report.measure}.`;
}
