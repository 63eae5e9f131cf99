import { formatRange } from '@/text/index.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Section } from '@/ui/section.tsx';
import type { YearRow } from './chart-data.ts';
import type { YearsFile } from './file.ts';

/** The chart of a page year by year, with its table; nothing where there is nothing to draw. */
export function YearsFigure({ view, id = 'years' }: { view: YearsFile; id?: string }) {
  if (!view.draw) return null;
  const { years, knownOn } = view;
  return (
    <Section id={id} title={view.title}>
      <ChartFigure
        id={`${id}-chart`}
        view={view}
        hasTitle={false}
        travel="Travel along the years"
        table={
          <DataTable<YearRow>
            caption="Due and reported within each year, promised by its end, in people"
            showCaption
            compact
            rows={years}
            rowKey={({ start }) => start}
            columns={[
              { key: 'year', label: 'Year', cell: ({ year }) => sayYear(year, knownOn) },
              { key: 'due', label: 'Due', align: 'end', cell: ({ due }) => say(due, 'nothing') },
              {
                key: 'reported',
                label: 'Reported',
                align: 'end',
                cell: ({ start, reported }) => say(reported, start > knownOn ? 'not yet' : 'nothing'),
              },
              {
                key: 'pledged',
                label: 'Promised by then',
                align: 'end',
                cell: ({ pledged }) => say(pledged, 'nothing'),
              },
            ]}
          />
        }
      />
    </Section>
  );
}

function sayYear(year: number, knownOn: string): string {
  return `${year + 1}-01-01` > knownOn ? `${year}, not over` : String(year);
}

function say(range: YearRow['due'], none: string) {
  return range ? formatRange(range) : <span className="muted">{none}</span>;
}
