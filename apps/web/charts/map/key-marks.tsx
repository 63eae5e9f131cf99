import type { ReactNode } from 'react';
import { MapHatch, plainFill } from './paint.tsx';
import { shades, type Tone } from './props.ts';

/** Marks of a map's key. */
export type MapKeyMark = `${Tone}-shade-${1 | 2 | 3 | 4}` | `${Tone}-may-be` | 'land' | 'disputed';

const tones: readonly Tone[] = ['commit', 'report'];

export const mapKeyMarks = Object.fromEntries([
  ...tones.flatMap((tone) => [
    ...shades.map(({ opacity }, index) => [
      `${tone}-shade-${index + 1}`,
      () => <Swatch fill={`var(--${tone})`} fillOpacity={opacity} stroke={`var(--${tone})`} />,
    ]),
    [
      `${tone}-may-be`,
      (id: string) => (
        <>
          <MapHatch id={id} tone={tone} steps={1} />
          <Swatch fill={`url(#${id})`} stroke={`var(--${tone})`} />
        </>
      ),
    ],
  ]),
  ['land', () => <Swatch fill={plainFill} />],
  ['disputed', () => <Swatch fill="var(--wash)" stroke="var(--edge)" strokeDasharray="2 2" />],
]) as Record<MapKeyMark, (id: string) => ReactNode>;

function Swatch(paint: React.SVGProps<SVGRectElement>) {
  return <rect x=".5" y=".5" width="25" height="11" {...paint} />;
}
