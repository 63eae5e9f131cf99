// Days as the generator reckons with them: months since January of the year 0.

/** The first day of a month, `YYYY-MM-DD`. */
export function writeMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

export function monthOf(year: number, month = 1): number {
  return year * 12 + month - 1;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
