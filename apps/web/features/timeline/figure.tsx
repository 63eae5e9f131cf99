import type { Lane } from '@/charts/step-timeline/index.ts';
import { formatDay } from '@/text/index.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { RangeText } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';
import type { TimelineFile } from './file.ts';

const kindWords: { [kind in Lane['kind']]: string } = {
  commitment: 'Promise',
  report: 'Report',
  event: 'Event',
};

interface TimelineFigureProps {
  view: TimelineFile;
  /** Whether it stands under a heading of its own; not where it is part of another section. */
  hasTitle?: boolean;
}

/** The timeline of a page, and all its lanes as a table; nothing where there is nothing to draw. */
export function TimelineFigure({ view, hasTitle = true }: TimelineFigureProps) {
  if (!view.draw) return null;
  const figure = (
    <ChartFigure
      id="timeline-chart"
      view={view}
      hasTitle={false}
      travel="Travel along the lanes"
      axis="plane"
      table={<LaneTable lanes={view.lanes} />}
    />
  );
  if (!hasTitle) return figure;
  return (
    <Section id="timeline" title={view.title}>
      {figure}
    </Section>
  );
}

function LaneTable({ lanes }: { lanes: Lane[] }) {
  return (
    <DataTable<Lane>
      caption="In the order in which they came to be known"
      showCaption
      rows={lanes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: 'What',
          width: '50%',
          cell: ({ href, words, kind }) => (
            <>
              <Link href={href}>{words}</Link>
              <small>{kindWords[kind]}</small>
            </>
          ),
        },
        {
          key: 'number',
          label: 'Number',
          cell: ({ kind, figure }) => (kind === 'event' ? <None /> : figure),
        },
        { key: 'window', label: 'Window', cell: ({ when }) => when ?? 'not stated' },
        {
          key: 'said',
          label: 'Said on',
          cell: ({ statedOn }) => (statedOn ? formatDay(statedOn) : <None />),
        },
      ]}
    />
  );
}

/** An empty field, which cards leave out. */
function None() {
  return <RangeText range={null} none="none" />;
}
