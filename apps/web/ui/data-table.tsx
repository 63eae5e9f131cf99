import type { ReactNode } from 'react';
import styles from './data-table.module.css';
import { Link } from './link.tsx';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** CSS width on wide screens. */
  width?: string;
  /** CSS width below which a wide screen's table scrolls sideways instead. */
  minWidth?: string;
  /** Address that sorts by this column. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
}

interface DataTableProps<Row> {
  /** What the table shows; read out, and seen only where there is no heading above it. */
  caption: string;
  showCaption?: boolean;
  /** The first column names the row. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Anchor of a row, for links to it. */
  rowId?: (row: Row) => string;
  /** Keep rows and columns on phones: for narrow tables of numbers. */
  compact?: boolean;
}

/** A table that becomes one card per row on phones. Works without script. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowId, compact = false, showCaption = false } = props;
  return (
    <table className={`${styles.table} ${compact ? styles.compact : styles.cards}`}>
      <caption className={showCaption ? styles.caption : 'sr-only'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} id={rowId?.(row)}>
            {columns.map((column, index) => (
              <BodyCell key={column.key} column={column} isName={index === 0}>
                {column.cell(row)}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { label, sortHref, sorted } = column;
  return (
    <th
      scope="col"
      data-align={column.align}
      style={{ width: column.width, minWidth: column.minWidth }}
      aria-sort={sorted}
    >
      {sortHref ? (
        <Link href={sortHref} scroll={false}>
          {label}
          {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}
        </Link>
      ) : (
        label
      )}
    </th>
  );
}

interface BodyCellProps<Row> {
  column: Column<Row>;
  isName: boolean;
  children: ReactNode;
}

function BodyCell<Row>({ column, isName, children }: BodyCellProps<Row>) {
  if (isName) {
    return (
      <th scope="row" data-align={column.align}>
        {children}
      </th>
    );
  }
  return (
    <td data-align={column.align} data-label={column.label}>
      <div>{children}</div>
    </td>
  );
}
