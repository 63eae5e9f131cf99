import { countryPath } from '@/features/country/view.ts';
import { formatNumber, formatRange } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import type { CountedCountry } from './countries.ts';
import type { MapFile } from './file.ts';

/** The map as a table: its countries, those with the most people at most first. */
export function MapTable({ file: { shown, view, unnamed } }: { file: MapFile }) {
  const { known, audience, show } = view;
  const nobodys = unnamed
    ? ` ${formatRange(unnamed)} are for nobody named, and in each row’s last number.`
    : '';
  return (
    <DataTable<CountedCountry>
      caption={`People ${show} for each country, each number holding the one before it; shared totals stand whole in every row, so rows must not be added.${nobodys}`}
      showCaption
      compact
      rows={shown}
      rowKey={({ iso3 }) => iso3}
      columns={[
        {
          key: 'country',
          label: 'Country',
          cell: ({ iso3, name }) => <Link href={countryPath(iso3, { known, audience })}>{name}</Link>,
        },
        {
          key: 'low',
          label: 'For it alone, at least',
          align: 'end',
          cell: ({ low }) => (low > 0 ? formatNumber(low) : <span className="muted">none</span>),
        },
        { key: 'named', label: 'By name, up to', align: 'end', cell: ({ named }) => sayMost(named) },
        { key: 'listed', label: 'With groups, up to', align: 'end', cell: ({ listed }) => sayMost(listed) },
        { key: 'high', label: 'With all, up to', align: 'end', cell: ({ high }) => sayMost(high) },
      ]}
    />
  );
}

function sayMost(people: number) {
  return people > 0 ? formatNumber(people) : <span className="muted">none</span>;
}
