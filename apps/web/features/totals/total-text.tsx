import type { Range } from '@/text/index.ts';
import { RangeText } from '@/ui/figures.tsx';
import { hasAny } from './totals-facts.tsx';

/** A total in a table's cell; a dash where nothing takes part: a total of nothing is not a count of zero people. */
export function TotalText({ range }: { range: Range | undefined }) {
  return <RangeText range={range && hasAny(range) ? range : null} />;
}
