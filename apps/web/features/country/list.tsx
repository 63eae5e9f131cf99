import { audienceParam } from '@/features/totals/reading.ts';
import { TotalText } from '@/features/totals/total-text.tsx';
import { addressOf, countOf, formatRecords } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Button, FilterBar, FilterField, FilterInput, FilterSelect } from '@/ui/filters.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { listCountries } from './queries.ts';
import { writeUnnamed } from './sentences.ts';
import { type CountryView, countryPath } from './view.ts';

type Country = Awaited<ReturnType<typeof listCountries>>['countries'][number];

/** Countries with what is promised to and reported of each. */
export async function CountryList({ view }: { view: CountryView }) {
  const { text, isWhole, audience, known, refused } = view;
  const { countries, unnamed } = await listCountries(view);
  return (
    <>
      <PageHeader
        title="Countries"
        dek="What is promised to each country, and what is reported of it: the low end names the country alone, the high end adds what names it among others or through a group."
      />
      <KnownNotice
        known={known}
        refused={refused}
        path="/countries"
        params={{ text, show: isWhole ? 'all' : null, audience: audienceParam(audience) }}
      />
      <CountryFilters view={view} />
      <Notice>
        Ranges of countries must not be added: a number for a group stands whole under each of its members.{' '}
        {unnamed && writeUnnamed(unnamed)} Training places are read as people.
      </Notice>
      <Section
        id="list"
        title={countOf(
          countries.length,
          isWhole ? 'country' : 'country on record',
          isWhole ? 'countries' : 'countries on record',
        )}
      >
        {countries.length > 0 ? (
          <CountryTable countries={countries} view={view} />
        ) : (
          <NoneFound view={view} />
        )}
      </Section>
    </>
  );
}

function CountryTable({ countries, view }: { countries: Country[]; view: CountryView }) {
  const columns: Column<Country>[] = [
    {
      key: 'name',
      label: 'Country',
      width: '22%',
      cell: ({ iso3, name }) => <Link href={countryPath(iso3, view)}>{name}</Link>,
    },
    {
      key: 'region',
      label: 'Region',
      width: '20%',
      cell: ({ subregion, region }) => subregion?.name ?? region?.name ?? 'none in UN M49',
    },
    { key: 'records', label: 'On record', width: '26%', cell: writeRecords },
    {
      key: 'pledged',
      label: 'Promised to it',
      align: 'end',
      cell: ({ row }) => <TotalText range={row?.listed?.pledged} />,
    },
    {
      key: 'reported',
      label: 'Reported of it',
      align: 'end',
      cell: ({ row }) => <TotalText range={row?.listed?.reported} />,
    },
  ];
  return (
    <DataTable
      caption="Countries; their ranges must not be added"
      columns={columns}
      rows={countries}
      rowKey={({ iso3 }) => iso3}
    />
  );
}

function CountryFilters({ view: { text, isWhole, audience, known } }: { view: CountryView }) {
  return (
    <FilterBar action="/countries">
      <FilterField label="Name or code">
        <FilterInput type="search" name="text" defaultValue={text ?? ''} placeholder="any" size={18} />
      </FilterField>
      <FilterField label="Which">
        <FilterSelect
          name="show"
          defaultValue={isWhole ? 'all' : ''}
          options={[
            { value: '', label: 'On record' },
            { value: 'all', label: 'All countries' },
          ]}
        />
      </FilterField>
      <FilterField label="Who is trained">
        <FilterSelect
          name="audience"
          defaultValue={audienceParam(audience) ?? ''}
          options={[
            { value: '', label: 'Police, security' },
            { value: 'all', label: 'All' },
          ]}
        />
      </FilterField>
      {known && <input type="hidden" name="known" value={known} />}
      <Button>Show</Button>
    </FilterBar>
  );
}

function NoneFound({ view: { text, isWhole, audience, known } }: { view: CountryView }) {
  const rest = { audience: audienceParam(audience), known };
  return (
    <Empty>
      No country {isWhole ? '' : 'on record '}matches{text && ` “${text}”`}.{' '}
      {isWhole ? (
        <Link href={addressOf('/countries', rest)}>Show those on record</Link>
      ) : (
        <Link href={addressOf('/countries', { text, show: 'all', ...rest })}>Look among all countries</Link>
      )}
    </Empty>
  );
}

function writeRecords(country: Country): string {
  const records = formatRecords(country);
  return records === 'none' && country.provider ? 'only as a provider' : records;
}
