import { TotalText } from '@/features/totals/total-text.tsx';
import { addressOf, countOf, formatRecords } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { listPrograms } from './queries.ts';

type Program = Awaited<ReturnType<typeof listPrograms>>[number];

/** Programs, forums and channels, each with its ranges and its records. */
export async function ProgramList({ known, refused }: { known: string | null; refused: string | null }) {
  const programs = await listPrograms(known);
  return (
    <>
      <PageHeader
        title="Programs"
        dek="The programs, forums and channels under which training is promised or delivered. Ranges are of people; places and courses are not added to them."
      />
      <KnownNotice known={known} refused={refused} path="/programs" />
      <Section id="list" title={countOf(programs.length, 'program')}>
        {programs.length > 0 ? (
          <ProgramTable programs={programs} known={known} />
        ) : (
          <Empty>No program is on record.</Empty>
        )}
      </Section>
    </>
  );
}

function ProgramTable({ programs, known }: { programs: Program[]; known: string | null }) {
  const columns: Column<Program>[] = [
    {
      key: 'name',
      label: 'Program',
      width: '46%',
      cell: (program) => <NameCell program={program} known={known} />,
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

function NameCell({ program, known }: { program: Program; known: string | null }) {
  return (
    <>
      <Link href={addressOf(`/programs/${program.slug}`, { known })}>{program.name}</Link>
      {program.description && <small>{program.description}</small>}
    </>
  );
}
