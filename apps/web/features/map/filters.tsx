import type { Choices } from '@/features/overview/find-overview.ts';
import { type AudienceChoice, defaultView, firstYear } from '@/features/overview/view.ts';
import { Button, FilterBar, FilterField, FilterSelect, type Option } from '@/ui/filters.tsx';
import styles from './map.module.css';
import type { MapView } from './view.ts';

const audiences: { value: AudienceChoice; label: string }[] = [
  { value: 'police-and-security', label: 'Police, security' },
  { value: 'police', label: 'Police alone' },
  { value: 'military', label: 'Military' },
  { value: 'all', label: 'All' },
];

/** The map's filters, as a form that works without script. */
export function MapFilters({ view, choices }: { view: MapView; choices: Choices }) {
  const { provider, audience, program, from, to, known, show, region } = view;
  const years = listYears(from, to);
  return (
    // Without the key a form keeps what was chosen, whatever the address says.
    <FilterBar action="/map" className="screen-only" key={JSON.stringify(view)}>
      <FilterField label="Provider">
        <FilterSelect
          name="provider"
          defaultValue={provider ?? 'any'}
          options={[{ value: 'any', label: 'All' }, ...choices.providers]}
        />
      </FilterField>
      <FilterField label="Audience">
        <FilterSelect name="audience" defaultValue={audience} options={audiences} />
      </FilterField>
      <FilterField label="Program">
        <FilterSelect
          name="program"
          className={styles.program}
          defaultValue={program ?? ''}
          options={[{ value: '', label: 'All' }, ...choices.programs]}
        />
      </FilterField>
      <FilterField label="First year">
        <FilterSelect name="from" defaultValue={String(from)} options={years} />
      </FilterField>
      <FilterField label="Last year">
        <FilterSelect name="to" defaultValue={String(to)} options={years} />
      </FilterField>
      {show !== 'promised' && <input type="hidden" name="show" value={show} />}
      {region !== 'world' && <input type="hidden" name="region" value={region} />}
      {known && <input type="hidden" name="known" value={known} />}
      <Button>Show</Button>
    </FilterBar>
  );
}

function listYears(from: number, to: number): Option[] {
  const first = Math.max(firstYear, Math.min(2000, from));
  const last = Math.max(defaultView.to, to);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index);
    return { value: year, label: year };
  });
}
