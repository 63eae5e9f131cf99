import type { Lane } from '@/charts/step-timeline/index.ts';
import { formatDay } from '@/text/index.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';
import type { TimelineFile } from './file.ts';

const kindWords: { [kind in Lane['kind']]: string } = {
  commitment: 'Promise',
  report: 'Report',
  event: 'Event',
};

/** The timeline of a page, and all its lanes as a table; nothing where there is nothing to draw. */
export function TimelineFigure({ view, hasTitle = true }: { view: TimelineFile; hasTitle?: boolean }) {
  if (!view.draw) return null;
  return (
    <Section id="timeline" title={view.title}>
      <ChartFigure
        id="timeline-chart"
        view={view}
        hasTitle={false}
        hasTitle={hasTitle}
        travel="Travel along the lanes"
        axis="plane"
        table={
          <DataTable<Lane>
            caption="In the order in which they came to be known"
            showCaption
            rows={view.lanes}
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
                cell: ({ kind, figure }) => (kind === 'event' ? '' : figure),
              },
              { key: 'window', label: 'Window', cell: ({ when }) => when ?? 'not stated' },
              {
                key: 'said',
                label: 'Said on',
                cell: ({ statedOn }) => (statedOn ? formatDay(statedOn) : ''),
              },
            ]}
          />
        }
      />
    </Section>
  );
}
