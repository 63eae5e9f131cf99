import type { ReactNode } from 'react';
import type { ViewFile } from '@/files/view-file.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { Section } from '@/ui/section.tsx';

interface BreakdownFigureProps {
  id: string;
  view: ViewFile;
  /** "Travel along the programs". */
  travel: string;
  /** The table behind the chart. */
  table: ReactNode;
}

/** A breakdown under its heading; nothing where no row has a number. */
export function BreakdownFigure({ id, view, travel, table }: BreakdownFigureProps) {
  if (!view.draw) return null;
  return (
    <Section id={id} title={view.title}>
      <ChartFigure
        id={`${id}-figure`}
        hasTitle={false}
        view={view}
        travel={travel}
        axis="plane"
        table={table}
      />
    </Section>
  );
}

/** In place of the table behind the chart of a list: the way to the list. */
export function ListBelow({ href }: { href: string }) {
  return (
    <p>
      It is <a href={href}>the list below</a>.
    </p>
  );
}
