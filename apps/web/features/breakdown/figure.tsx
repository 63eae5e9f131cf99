import type { ViewFile } from '@/files/view-file.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { Section } from '@/ui/section.tsx';

interface BreakdownFigureProps {
  id: string;
  view: ViewFile;
  /** "Travel along the programs". */
  travel: string;
  /** Address of the table of the same rows, on the same page. */
  list: string;
}

/** The chart of a list; its table is the list itself. */
export function BreakdownFigure({ id, view, travel, list }: BreakdownFigureProps) {
  if (!view.draw) return null;
  return (
    <Section id={id} title={view.title}>
      <ChartFigure
        id={`${id}-figure`}
        hasTitle={false}
        view={view}
        travel={travel}
        axis="plane"
        table={
          <p>
            It is <a href={list}>the list below</a>.
          </p>
        }
      />
    </Section>
  );
}
