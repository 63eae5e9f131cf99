import { type ImpreciseDate, isoDay, type Precision } from './date.ts';

type Reading = { date: ImpreciseDate } | { problem: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?';
const FORMS = {
  iso: /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?(?: \((month|year)\))?$/,
  isoMonth: /^(\d{4})-(\d{2})$/,
  year: /^(\d{4})$/,
  month: new RegExp(`^${NAMES},? (\\d{4})$`, 'i'),
  dayFirst: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${NAMES},? (\\d{4})$`, 'i'),
  monthFirst: new RegExp(`^${NAMES} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i'),
  numbers: /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/,
};

/**
 * A date as people write it, with the precision that it has: `2024`, `2024-09`, `March 2024`, `9 September 2024`,
 * `September 9, 2024`, `2024-09-09`, and `2024-09-09 (month)` where a day stands for its month. `13/04/2024` can be read in one
 * way only; `03/04/2024` in two, and is a problem, as is whatever else is no date.
 */
export function readDate(text: string): Reading {
  const given = text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
  const made = (year = '', month = '1', day = '1', precision: Precision = 'DAY'): Reading => {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const checked = isoDay.safeParse(date);
    return checked.success
      ? { date: { date, precision } }
      : { problem: `${given}: ${checked.error.issues[0]?.message}` };
  };
  const iso = FORMS.iso.exec(given);
  if (iso) return made(iso[1], iso[2], iso[3], iso[4] ? (iso[4].toUpperCase() as Precision) : 'DAY');
  const isoMonth = FORMS.isoMonth.exec(given);
  if (isoMonth) return made(isoMonth[1], isoMonth[2], '1', 'MONTH');
  const year = FORMS.year.exec(given);
  if (year) return made(year[1], '1', '1', 'YEAR');
  const month = FORMS.month.exec(given);
  if (month) return made(month[2], monthOf(month[1]), '1', 'MONTH');
  const dayFirst = FORMS.dayFirst.exec(given);
  if (dayFirst) return made(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = FORMS.monthFirst.exec(given);
  if (monthFirst) return made(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const numbers = FORMS.numbers.exec(given);
  if (numbers) {
    const [, one = '', other = '', ofYear] = numbers;
    if (Number(one) > 12) return made(ofYear, other, one);
    if (Number(other) > 12) return made(ofYear, one, other);
    if (Number(one) === Number(other)) return made(ofYear, one, other);
    return {
      problem: `${given}: day or month first? Write ${ofYear}-${other.padStart(2, '0')}-${one.padStart(2, '0')} or ${ofYear}-${one.padStart(2, '0')}-${other.padStart(2, '0')}`,
    };
  }
  return {
    problem: `${given.slice(0, 80)}: is no date that can be read; write 2024-09-09, 2024-09, 2024 or 9 September 2024`,
  };
}

/** As `readDate` reads it back. */
export function writeDate({ date, precision }: ImpreciseDate): string {
  if (precision === 'DAY') return date;
  if (precision === 'MONTH') return date.endsWith('-01') ? date.slice(0, 7) : `${date} (month)`;
  return date.endsWith('-01-01') ? date.slice(0, 4) : `${date} (year)`;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
