'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useOptimistic, useTransition } from 'react';
import { Button, FilterBar, FilterField, FilterSelect, type Option } from '@/ui/filters.tsx';
import { useKeepRelease } from '@/ui/link.tsx';
import styles from './filter-form.module.css';
import type { Choices } from './find-overview.ts';
import { KnownOn } from './known-on.tsx';
import { type AudienceChoice, defaultView, parseView, toParams, type View, viewPath } from './view.ts';

const audienceOptions: { value: AudienceChoice; label: string }[] = [
  { value: 'police-and-security', label: 'Police, security' },
  { value: 'police', label: 'Police alone' },
  { value: 'military', label: 'Military' },
  { value: 'all', label: 'All' },
];
const scheduleOptions: Option[] = [
  { value: 'even', label: 'Evenly' },
  { value: 'start', label: 'At the start' },
  { value: 'end', label: 'At the end' },
];
const scheduleWords: Record<View['schedule'], string> = {
  EVEN: 'due evenly',
  AT_START: 'due at the start',
  AT_END: 'due at the end',
};
const placesOptions: Option[] = [
  { value: 'people', label: 'Read as people' },
  { value: 'apart', label: 'Left out' },
];

interface FilterFormProps {
  view: View;
  choices: Choices;
  today: string;
  /** What the page now says, for those who hear it. */
  headline: string;
}

/** The filters. A plain GET form without script; with it, every choice applies at once and the page stays in place. */
export function FilterForm({ view, choices, today, headline }: FilterFormProps) {
  const router = useRouter();
  const keep = useKeepRelease();
  const [isPending, startNavigation] = useTransition();
  const [shown, show] = useOptimistic(view);
  const params = { ...toFormValues(shown), known: shown.known ?? today };

  function apply(change: Partial<Record<string, string>>, how: 'push' | 'replace' = 'push') {
    const next = parseView({ ...toFormValues(shown), ...change }, today).view;
    startNavigation(() => {
      show(next);
      router[how](keep(viewPath(next)), { scroll: false });
    });
  }
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => apply({ [target.name]: target.value });
  const bind = (name: keyof typeof params) => ({ name, value: params[name], onChange: choose });

  return (
    <FilterBar
      action="/"
      aria-busy={isPending}
      className="screen-only"
      onSubmit={(event) => event.preventDefault()}
    >
      <FilterField label="Provider">
        <FilterSelect
          {...bind('provider')}
          options={[{ value: 'any', label: 'All' }, ...choices.providers]}
        />
      </FilterField>
      <FilterField label="Audience">
        <FilterSelect {...bind('audience')} options={audienceOptions} />
      </FilterField>
      <FilterField label="Recipients">
        <FilterSelect
          {...bind('recipients')}
          className={styles.recipients}
          options={[{ value: '', label: 'Everywhere' }]}
          groups={{ Regions: choices.regions, Groups: choices.groups, Countries: choices.countries }}
        />
      </FilterField>
      <FilterField label="Program">
        <FilterSelect
          {...bind('program')}
          className={styles.recipients}
          options={[{ value: '', label: 'All' }, ...choices.programs]}
        />
      </FilterField>
      <details className={styles.more}>
        <summary>
          <span className={styles.moreName}>More</span> {sayMore(shown)}
        </summary>
        <fieldset className={styles.years}>
          <legend>Years</legend>
          <FilterSelect {...bind('from')} aria-label="First year" options={yearOptions(shown)} />
          <span aria-hidden="true">–</span>
          <FilterSelect {...bind('to')} aria-label="Last year" options={yearOptions(shown)} />
        </fieldset>
        <FilterField label="Falls due">
          <FilterSelect {...bind('schedule')} options={scheduleOptions} />
        </FilterField>
        <FilterField label="Training places">
          <FilterSelect {...bind('places')} options={placesOptions} />
        </FilterField>
      </details>
      <KnownOn
        known={params.known}
        today={today}
        from={`${shown.from}-01-01`}
        apply={(known, how) => apply({ known }, how)}
      />
      <Button className={styles.apply}>Apply</Button>
      <p role="status" className="sr-only">
        {isPending ? 'Updating' : headline}
      </p>
    </FilterBar>
  );
}

/** What the folded filters are set to. */
function sayMore({ from, to, schedule, placesAsPeople }: View): string {
  return `${from}–${to}, ${scheduleWords[schedule]}, places ${placesAsPeople ? 'as people' : 'left out'}`;
}

/** Every parameter with its value, defaults too. */
function toFormValues(view: View) {
  const params = toParams(view);
  return {
    provider: params.provider ?? defaultView.provider ?? 'any',
    audience: params.audience ?? defaultView.audience,
    recipients: params.recipients ?? '',
    program: params.program ?? '',
    from: String(view.from),
    to: String(view.to),
    known: params.known ?? '',
    schedule: params.schedule ?? 'even',
    places: params.places ?? 'people',
  };
}

function yearOptions({ from, to }: View): Option[] {
  const first = Math.min(2000, from);
  const last = Math.max(2035, to);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index);
    return { value: year, label: year };
  });
}
