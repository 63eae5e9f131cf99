import { formatDay } from '@/text/date.ts';
import { withRelease } from '@/text/release.ts';
import { embedAddress } from './address.ts';

interface NamedRelease {
  name: string;
  /** ISO day: its today. */
  knownOn: string;
}

/** A way to show a view on another site. */
export interface Frame {
  /** Path and parameters of the embed. */
  address: string;
  label: string;
  /** What it will show later. */
  words: string;
}

/** Live, and frozen to the newest release; within a release, frozen to that one. `releases`: newest first. */
export function listFrames(
  page: string,
  { release, releases }: { release: NamedRelease | null; releases: NamedRelease[] },
): Frame[] {
  const address = embedAddress(page);
  if (release) return [freeze(address, release, 'Lines for another site')];
  const [newest] = releases;
  const live: Frame = {
    address,
    label: newest ? 'Live lines for another site' : 'Lines for another site',
    words: page.includes('known=')
      ? 'It stays at the day of this view.'
      : 'It is live: it shows what is known on the day it is read. Set “as known on” first for one that stays at a day.',
  };
  return newest ? [live, freeze(address, newest, 'Frozen lines for another site')] : [live];
}

function freeze(address: string, { name, knownOn }: NamedRelease, label: string): Frame {
  return {
    address: withRelease(address, name),
    label,
    words: `It is frozen: it shows the release of ${formatDay(knownOn)}, whatever is corrected later.`,
  };
}

/** The lines that another site puts into its page. */
export function writeFrame(address: string, title: string): string {
  const quote = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${quote(address)}" title="${quote(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
}
