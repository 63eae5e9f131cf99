import { formatNumber, formatRange, type Range } from '@/text/index.ts';

/** What a country's promised range means: `named` counts what names it or its groups, `whole` also what names nobody. */
export function writePromised(name: string, named: Range, whole: Range): string {
  if (whole.high === 0) return `no promise of people with a number names ${name} or may include it`;
  return writeEnds(name, named, whole, 'promised');
}

/** What a country's reported range means, as `writePromised`. */
export function writeReported(name: string, named: Range, whole: Range): string {
  if (whole.high === 0)
    return `no report of people with a number and a window names ${name} or may include it`;
  return writeEnds(name, named, whole, 'reported');
}

/** What stands beside every country's range: "For nobody by name are 29,000 promised and 207,762 reported; …". */
export function writeUnnamed({ pledged, reported }: { pledged: Range; reported: Range }): string {
  const parts = [
    pledged.high > 0 && `${formatRange(pledged)} promised`,
    reported.high > 0 && `${formatRange(reported)} reported`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return '';
  return `For nobody by name there are ${parts.join(' and ')}: they may be any country’s, and its page tells how far they would take it.`;
}

interface Numbers {
  promised: number;
  reported: number;
  events: number;
  /** Records of what it promises or trains itself. */
  provided: number;
}

/** One or two sentences that open a country's page. */
export function writeCountryDek(name: string, { promised, reported, events, provided }: Numbers): string {
  const received = writeReceived(name, promised, reported, events);
  if (provided === 0) return received;
  const own = `${name} itself promises or trains in ${formatNumber(provided)} ${provided === 1 ? 'record' : 'records'}.`;
  return `${own} ${received}`;
}

function writeReceived(name: string, promised: number, reported: number, events: number): string {
  const parts = [
    promised > 0 && `${formatNumber(promised)} ${promised === 1 ? 'promise' : 'promises'}`,
    reported > 0 && `${formatNumber(reported)} ${reported === 1 ? 'report' : 'reports'}`,
    events > 0 && `${formatNumber(events)} ${events === 1 ? 'event' : 'events'}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return `No published record names ${name} or a group to which it belongs.`;
  const last = parts.pop();
  const list = parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
  return `${list} on record name ${name} or a group to which it belongs.`;
}

function writeEnds(name: string, named: Range, whole: Range, verb: string): string {
  const beside =
    whole.high > named.high
      ? `up to ${formatNumber(whole.high)} if all that is ${verb} for nobody by name were for it too`
      : null;
  return [describeNamed(name, named, verb), beside].filter(Boolean).join('; ');
}

function describeNamed(name: string, { low, high }: Range, verb: string): string {
  if (high === 0) return `nothing with a number names ${name} or its groups`;
  if (low === high) return `all of them ${verb} for ${name} alone`;
  const least = low > 0 ? `${formatNumber(low)} ${verb} for ${name} alone` : `none ${verb} for ${name} alone`;
  return `${least}; ${formatNumber(high)} if every shared or group number were all for it`;
}
