import { type Column, DataTable } from '@/ui/data-table.tsx';
import { type ErrorCode, errorCodes } from './error-codes.ts';

const columns: Column<ErrorCode>[] = [
  { key: 'code', label: 'Code', width: '30%', cell: ({ code }) => <code>{code}</code> },
  { key: 'meaning', label: 'What it means', width: '38%', cell: ({ meaning }) => meaning },
  { key: 'remedy', label: 'What to do', cell: ({ remedy }) => remedy },
];

export function ErrorsTable() {
  return (
    <DataTable caption="Codes of errors" columns={columns} rows={errorCodes} rowKey={({ code }) => code} />
  );
}
