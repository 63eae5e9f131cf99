import type { ImpreciseDate, Window } from '@/generated/contract.ts';
import { formatDate, formatRange, formatShortDate, formatWindow, type Range } from '@/text/index.ts';

/** A range of people, or a dash that says why there is none. */
export function RangeText({ range, none = 'no number' }: { range: Range | null | undefined; none?: string }) {
  if (range) return <span className="nowrap">{formatRange(range)}</span>;
  return (
    <span className="muted" data-none="">
      <span aria-hidden="true">—</span>
      <span className="sr-only">{none}</span>
    </span>
  );
}

/** A date as finely as its source gives it. */
export function DateText({
  date,
  short = false,
}: {
  date: ImpreciseDate | null | undefined;
  short?: boolean;
}) {
  if (!date) return <span className="muted">undated</span>;
  return <time dateTime={cut(date)}>{short ? formatShortDate(date) : formatDate(date)}</time>;
}

function cut({ date, precision }: ImpreciseDate): string {
  return date.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[precision]);
}

/** "Sept 2024 – Sept 2025". */
export function WindowText({ window }: { window: Pick<Window, 'start' | 'end' | 'endLatest'> }) {
  return <span>{formatWindow(window)}</span>;
}

/** A source's own words, in their language and its direction. */
export function Words({ text, language }: { text: string; language: string }) {
  return (
    <q lang={language} dir="auto">
      {text}
    </q>
  );
}

/** A text whose ranges are not broken over lines. */
export function Unbroken({ text }: { text: string }) {
  return text.split(/([\d,]+–[\d,]+)/).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      <span key={index} className="nowrap">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
