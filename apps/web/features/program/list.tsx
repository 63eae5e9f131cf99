import { BreakdownFigure, ListBelow } from '@/features/breakdown/figure.tsx';
import { audienceParam } from '@/features/totals/reading.ts';
import { TotalText } from '@/features/totals/total-text.tsx';
import { hasAny } from '@/features/totals/totals-facts.tsx';
import { WhatCounts } from '@/features/totals/what-counts.tsx';
import { countOf, formatRecords } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { makeProgramListFile } from './list-file.ts';
import styles from './program.module.css';
import { listPrograms } from './queries.ts';
import { type ProgramView, programPath } from './view.ts';

type Program = Awaited<ReturnType<typeof listPrograms>>['programs'][number];

/** Programs, forums and channels, each with its ranges and its records. */
export async function ProgramList({ view }: { view: ProgramView }) {
  const { audience, known, refused } = view;
  const answer = await listPrograms(known, audience);
  const { programs } = answer;
  const isNumbered = ({ ranges }: Program) =>
    ranges !== null && (hasAny(ranges.pledged) || hasAny(ranges.reported));
  const numbered = programs.filter(isNumbered);
  const others = programs.filter((program) => !isNumbered(program));
  return (
    <>
      <PageHeader
        title="Programs"
        dek="The programs, forums and channels under which training is promised or delivered. A number without a program stands in a row of its own, and courses are not added to people."
      />
      <KnownNotice
        known={known}
        refused={refused}
        path="/programs"
        params={{ audience: audienceParam(audience) }}
      />
      <WhatCounts audience={audience} toAudience={(other) => programPath(null, { known, audience: other })} />
      <BreakdownFigure
        id="chart"
        view={makeProgramListFile(answer, view)}
        travel="Travel along the programs"
        table={<ListBelow href="#list" />}
      />
      <Section id="list" title={countOf(programs.length, 'program')}>
        {numbered.length > 0 && <ProgramTable programs={numbered} view={view} />}
        {others.length > 0 && (
          <details className={styles.others} open={numbered.length === 0}>
            <summary>{countOf(others.length, 'program')} without a number of people</summary>
            <ProgramTable programs={others} view={view} />
          </details>
        )}
        {programs.length === 0 && <Empty>No program is on record.</Empty>}
      </Section>
    </>
  );
}

function ProgramTable({ programs, view }: { programs: Program[]; view: ProgramView }) {
  const columns: Column<Program>[] = [
    {
      key: 'name',
      label: 'Program',
      width: '46%',
      cell: (program) => <NameCell program={program} view={view} />,
    },
    {
      key: 'pledged',
      label: 'Promised',
      align: 'end',
      cell: ({ ranges }) => <TotalText range={ranges?.pledged} />,
    },
    {
      key: 'reported',
      label: 'Reported',
      align: 'end',
      cell: ({ ranges }) => <TotalText range={ranges?.reported} />,
    },
    { key: 'records', label: 'On record', width: '26%', cell: formatRecords },
  ];
  return <DataTable caption="Programs" columns={columns} rows={programs} rowKey={({ slug }) => slug} />;
}

function NameCell({ program, view }: { program: Program; view: ProgramView }) {
  return (
    <>
      <Link href={programPath(program.slug, view)}>{program.name}</Link>
      {program.description && <small>{program.description}</small>}
    </>
  );
}
