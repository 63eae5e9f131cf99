import { sayRange } from '@/features/overview/sentences.ts';
import type { ProviderKind } from '@/generated/contract.ts';
import { countOf, formatNumber, placeName, type Range, startLine } from '@/text/index.ts';

interface Held {
  totalCount: number;
  nodes: { providers: unknown[] }[];
}

interface Described {
  name: string;
  kind: ProviderKind;
  commitments: Held;
  reportedTotals: Held;
}

const kindWords: { [kind in ProviderKind]: string } = {
  COUNTRY: 'a country',
  ORGANISATION: 'an organisation',
};

/** Who a provider is and what is on record of it, in one to three sentences that open its page. */
export function writeProviderDek({ name, kind, commitments, reportedTotals }: Described): string {
  const who = `${startLine(placeName(name))} is on record as ${kindWords[kind]} that promises or delivers training`;
  const parts = [
    commitments.totalCount > 0 && countOf(commitments.totalCount, 'commitment'),
    reportedTotals.totalCount > 0 && countOf(reportedTotals.totalCount, 'reported total'),
  ].filter((part) => part !== false);
  if (parts.length === 0) return `${who}.`;
  const counts = [...commitments.nodes, ...reportedTotals.nodes];
  const joint = counts.filter(({ providers }) => providers.length > 1);
  return `${who}: ${parts.join(' and ')}.${writeJoint(joint.length, counts.length)}`;
}

// A joint count is never divided: it counts in full for each of its providers.
function writeJoint(count: number, all: number): string {
  if (count === 0) return '';
  if (all === 1) return ' It is joint with others, and stands whole under each.';
  if (count === 1) return ' One of them is joint with others, and stands whole under each.';
  return ` ${formatNumber(count)} of them are joint with others, and stand whole under each.`;
}

interface RegionBar {
  key: string | null;
  label: string;
  pledged: Range | null;
  reported: Range | null;
}

/** What is sure of the regions that a provider trains, and what is for nobody by name and may be for any of them. */
export function describeRegions(bars: readonly RegionBar[]): string {
  const sure = bars.flatMap(({ key, label, pledged, reported }) => {
    const parts = [
      pledged && pledged.low > 0 && `at least ${formatNumber(pledged.low)} promised`,
      reported && reported.low > 0 && `at least ${formatNumber(reported.low)} reported`,
    ].filter(Boolean);
    return key !== null && parts.length > 0 ? [`${label}: ${parts.join(', ')}`] : [];
  });
  const open = bars.find(({ key }) => key === null);
  const unnamed = [
    open?.pledged && `${sayRange(open.pledged)} are promised`,
    open?.reported && `${sayRange(open.reported)}${open.pledged ? '' : ' are'} reported`,
  ].filter(Boolean);
  return [
    sure.length > 0 ? `${sure.join('; ')}.` : 'No number is for one region alone.',
    unnamed.length > 0 && `For nobody by name ${unnamed.join(' and ')}: they may be for any region.`,
    'Rows overlap, so they must not be added.',
  ]
    .filter(Boolean)
    .join(' ');
}
