import type { ReactNode } from 'react';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Colours } from './colours.tsx';
import { Marks, Windows } from './marks.tsx';
import { Controls, Quoted, States, Stats, Table } from './parts.tsx';
import { SpaceScale, TypeScale } from './scales.tsx';

const parts: { id: string; title: string; aside?: string; Body: () => ReactNode }[] = [
  { id: 'colours', title: 'Colours', aside: 'Under each value: its contrast with paper', Body: Colours },
  { id: 'marks', title: 'Marks', Body: Marks },
  { id: 'windows', title: 'Windows', Body: Windows },
  { id: 'type', title: 'Type', Body: TypeScale },
  { id: 'space', title: 'Space', Body: SpaceScale },
  { id: 'stats', title: 'Headline figures', Body: Stats },
  { id: 'table', title: 'Tables', Body: Table },
  { id: 'controls', title: 'Controls and focus', Body: Controls },
  { id: 'states', title: 'Notices, nothing found, errors', Body: States },
  { id: 'words', title: 'Words of others', Body: Quoted },
];

/** Every part that pages are made of, drawn by the parts themselves. */
export function StyleguidePage() {
  return (
    <>
      <PageHeader
        title="Style guide"
        dek="What pages are made of, drawn by the same parts. Colour carries meaning or is left out: blue for what was promised, rust for what was reported, ink for the rest. The numbers here are examples, not records."
      />
      {parts.map(({ id, title, aside, Body }) => (
        <Section key={id} id={id} title={title} aside={aside}>
          <Body />
        </Section>
      ))}
    </>
  );
}
