import { BreakdownFigure, ListBelow } from '@/features/breakdown/figure.tsx';
import { countryPath } from '@/features/country/view.ts';
import { audienceParam } from '@/features/totals/reading.ts';
import { TotalText } from '@/features/totals/total-text.tsx';
import { WhatCounts } from '@/features/totals/what-counts.tsx';
import { countOf, formatRecords, providerKindWords } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { makeProviderListFile } from './list-file.ts';
import { listProviders } from './queries.ts';
import { type ProviderView, providerPath } from './view.ts';

type Provider = Awaited<ReturnType<typeof listProviders>>['providers'][number];

/** Countries and organisations that promise or train, each with its ranges and its records. */
export async function ProviderList({ view }: { view: ProviderView }) {
  const { audience, known, refused } = view;
  const answer = await listProviders(known, audience);
  const { providers } = answer;
  return (
    <>
      <PageHeader
        title="Providers"
        dek="The countries and organisations that promise training or are reported to deliver it."
      />
      <KnownNotice
        known={known}
        refused={refused}
        path="/providers"
        params={{ audience: audienceParam(audience) }}
      />
      <Notice>
        Ranges of providers must not be added: a joint promise or report stands whole under each of its
        providers.
      </Notice>
      <WhatCounts
        audience={audience}
        toAudience={(other) => providerPath(null, { known, audience: other })}
      />
      <BreakdownFigure
        id="chart"
        view={makeProviderListFile(answer, view)}
        travel="Travel along the providers"
        table={<ListBelow href="#list" />}
      />
      <Section id="list" title={countOf(providers.length, 'provider')}>
        {providers.length > 0 ? (
          <ProviderTable providers={providers} view={view} />
        ) : (
          <Empty>No provider is on record.</Empty>
        )}
      </Section>
    </>
  );
}

function ProviderTable({ providers, view }: { providers: Provider[]; view: ProviderView }) {
  const columns: Column<Provider>[] = [
    {
      key: 'name',
      label: 'Provider',
      width: '22%',
      cell: ({ slug, name }) => <Link href={providerPath(slug, view)}>{name}</Link>,
    },
    { key: 'kind', label: 'Kind', width: '13%', cell: ({ kind }) => providerKindWords[kind] },
    {
      key: 'country',
      label: 'Country',
      width: '15%',
      cell: (provider) => <CountryCell provider={provider} view={view} />,
    },
    { key: 'records', label: 'On record', width: '22%', cell: formatRecords },
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
  ];
  return (
    <DataTable
      caption="Providers; their ranges must not be added"
      columns={columns}
      rows={providers}
      rowKey={({ slug }) => slug}
    />
  );
}

function CountryCell({ provider: { country }, view }: { provider: Provider; view: ProviderView }) {
  if (!country)
    return (
      <span className="muted" data-none="">
        none
      </span>
    );
  return (
    <Link href={countryPath(country.iso3, view)}>
      {country.name}
      <span className="sr-only"> as a country</span>
    </Link>
  );
}
