import { formatRange } from '@/text/index.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { CodeBlock } from '@/ui/code-block.tsx';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { DateText, RangeText, Words } from '@/ui/figures.tsx';
import { Button, FilterBar, FilterField, FilterInput, FilterSelect } from '@/ui/filters.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import styles from './styleguide.module.css';

interface Row {
  name: string;
  range: { low: number; high: number } | null;
  date: { date: string; precision: 'DAY' | 'MONTH' | 'YEAR' } | null;
}

const rows: Row[] = [
  { name: 'A range', range: { low: 5000, high: 9000 }, date: { date: '2024-09-09', precision: 'DAY' } },
  { name: 'One number', range: { low: 2700, high: 2700 }, date: { date: '2024-09-01', precision: 'MONTH' } },
  { name: 'No number', range: null, date: null },
];

const columns: Column<Row>[] = [
  { key: 'name', label: 'What', cell: ({ name }) => name },
  { key: 'range', label: 'People', align: 'end', cell: ({ range }) => <RangeText range={range} /> },
  { key: 'date', label: 'Stated', cell: ({ date }) => <DateText date={date} /> },
];

/** Headline figures. */
export function Stats() {
  return (
    <StatRow>
      <Stat label="Promised" value={formatRange({ low: 5000, high: 9000 })} tone="commit">
        blue, for it is a promise
      </Stat>
      <Stat label="Reported" value={formatRange({ low: 2700, high: 2700 })} tone="report">
        rust, for it is a report
      </Stat>
      <Stat label="Gap" value={formatRange({ low: -200, high: 300 })}>
        ink, for it is neither
      </Stat>
    </StatRow>
  );
}

/** A table: numbers to the right, a dash where the record is silent, one card a row on phones. */
export function Table() {
  return <DataTable caption="Example of a table" columns={columns} rows={rows} rowKey={({ name }) => name} />;
}

/** What can be pressed, chosen or filled in. Tab through it to see the focus. */
export function Controls() {
  return (
    <FilterBar action="/styleguide" aria-label="Example of filters">
      <FilterField label="A choice">
        <FilterSelect name="choice" options={[{ value: '', label: 'All' }]} />
      </FilterField>
      <FilterField label="Words">
        <FilterInput name="words" placeholder="in the title" size={14} />
      </FilterField>
      <Button>Show</Button>
      <span className={styles.focused}>this is focus</span>
    </FilterBar>
  );
}

/** What a page says of itself where it has less to show than was asked for. */
export function States() {
  return (
    <>
      <Notice>Something to know before reading on.</Notice>
      <Notice tone="error">“2024-02-30” is not a day up to today (write YYYY-MM-DD).</Notice>
      <Empty>No record matches. It says what was looked for, and what to try.</Empty>
      <Pager previous="#states" next="#states" />
    </>
  );
}

/** Words of others, ways back, and what is copied as it stands. */
export function Quoted() {
  return (
    <div className={styles.quoted}>
      <Breadcrumbs
        trail={[{ label: 'Countries', path: '/countries' }, { label: 'Melanesia' }]}
        known={null}
      />
      <p className="prose">
        Words of a source stand in its own language and direction: <Words text="培训外国警察" language="zh" />
        , <Words text="تدريب الشرطة" language="ar" />.
      </p>
      <CodeBlock label="Example of code">{'{ dataset { revision } }'}</CodeBlock>
    </div>
  );
}
