import { type Column, DataTable } from '@/ui/data-table.tsx';
import { type Colour, palette } from '@/ui/palette.ts';
import { findContrast, formatContrast } from './contrast.ts';
import styles from './styleguide.module.css';

type Scheme = 'light' | 'dark' | 'print';
type Row = Colour & { role: string };

const rows: Row[] = Object.entries(palette).map(([role, colour]) => ({ role, ...colour }));

const columns: Column<Row>[] = [
  { key: 'role', label: 'Role', width: '14%', cell: ({ role }) => <code>--{role}</code> },
  { key: 'meaning', label: 'What it means', width: '35%', cell: ({ meaning }) => meaning },
  ...(['light', 'dark', 'print'] as const).map(
    (scheme): Column<Row> => ({
      key: scheme,
      label: `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`,
      cell: (row) => <Swatch colour={row[scheme]} scheme={scheme} isPaper={row.role === 'paper'} />,
    }),
  ),
];

/** Every colour with its meaning and its contrast with what it is written on. */
export function Colours() {
  return <DataTable caption="Colours by role" columns={columns} rows={rows} rowKey={({ role }) => role} />;
}

function Swatch({ colour, scheme, isPaper }: { colour: string; scheme: Scheme; isPaper: boolean }) {
  const paper = palette.paper[scheme];
  return (
    <span className={styles.swatch}>
      <svg width="36" height="24" aria-hidden="true">
        <rect width="36" height="24" fill={paper} stroke="var(--edge)" />
        <rect x="6" y="6" width="24" height="12" fill={colour} />
      </svg>
      <span>
        <code>{colour}</code>
        {!isPaper && <small>{formatContrast(findContrast(colour, paper))}</small>}
      </span>
    </span>
  );
}
