import type { Audience, Schedule } from '@/generated/contract.ts';
import { addressOf, readParam, type SearchParams } from '@/text/address.ts';

export type AudienceChoice = 'police-and-security' | 'police' | 'military' | 'all';

/** What the reader looks at; all of it is in the address. */
export interface View {
  /** Slug; null: every provider. */
  provider: string | null;
  audience: AudienceChoice;
  /** ISO code of a country (capitals) or slug of a group; null: everywhere. */
  recipients: string | null;
  program: string | null;
  /** First and last year, both included. */
  from: number;
  to: number;
  /** The record as it stood on this day; null: today. */
  known: string | null;
  schedule: Schedule;
  placesAsPeople: boolean;
}

/** A parameter that cannot be used; the view holds the default in its place. */
export interface Issue {
  field: string;
  message: string;
}

export const defaultView: View = {
  provider: 'china',
  audience: 'police-and-security',
  recipients: null,
  program: null,
  from: 2015,
  to: 2028,
  known: null,
  schedule: 'EVEN',
  placesAsPeople: true,
};

export const firstYear = 1990;
export const lastYear = 2060;

export const audiences: Record<AudienceChoice, Audience[] | null> = {
  'police-and-security': ['POLICE', 'LAW_ENFORCEMENT', 'SECURITY', 'JUSTICE'],
  police: ['POLICE', 'LAW_ENFORCEMENT'],
  military: ['MILITARY'],
  all: null,
};

const schedules: Record<string, Schedule> = { even: 'EVEN', start: 'AT_START', end: 'AT_END' };

/** The view of an address. Never throws: what cannot be used becomes an issue that names the field and the value. */
export function parseView(params: SearchParams, today: string): { view: View; issues: Issue[] } {
  const issues: Issue[] = [];
  const refuse = (field: string, value: string, wanted: string) => {
    issues.push({ field, message: `“${value.slice(0, 60)}” is not ${wanted}.` });
  };
  const read = <Value>(
    name: string,
    field: string,
    wanted: string,
    parse: (text: string) => Value | undefined,
  ) => {
    const text = readParam(params, name);
    if (text === null) return undefined;
    const value = parse(text);
    if (value === undefined) refuse(field, text, wanted);
    return value;
  };

  const year = `a year from ${firstYear} to ${lastYear}`;
  const view: View = {
    provider: read('provider', 'Provider', 'the name of a provider', parseChoice) ?? defaultView.provider,
    audience: read('audience', 'Audience', 'one of the audiences', parseAudience) ?? defaultView.audience,
    recipients:
      read('recipients', 'Recipients', 'the code of a country or the name of a group', parseRecipients) ??
      null,
    program: read('program', 'Program', 'the name of a program', parseChoice) ?? null,
    from: read('from', 'From', year, parseYear) ?? defaultView.from,
    to: read('to', 'To', year, parseYear) ?? defaultView.to,
    known:
      read('known', 'As known on', 'a day up to today, such as 2024-09-09', (text) =>
        parseKnown(text, today),
      ) ?? null,
    schedule: read('schedule', 'Falling due', 'even, start or end', parseSchedule) ?? defaultView.schedule,
    placesAsPeople: read('places', 'Places', 'people or apart', parsePlaces) ?? defaultView.placesAsPeople,
  };
  if (view.provider === 'any') view.provider = null;
  if (view.program === 'any') view.program = null;
  if (view.from > view.to) {
    issues.push({
      field: 'Years',
      message: `${view.from} comes after ${view.to}; both years are read the other way round.`,
    });
    [view.from, view.to] = [view.to, view.from];
  }
  if (view.known === today) view.known = null;
  return { view, issues };
}

/** The address of a view, without what is the default. */
export function viewPath(view: View, path = '/'): string {
  return addressOf(path, toParams(view));
}

/** The parameters of a view, null where it is the default. */
export function toParams(view: View): Record<string, string | null> {
  const unless = <Value>(value: Value, usual: Value, text: string) => (value === usual ? null : text);
  const schedule = Object.keys(schedules).find((name) => schedules[name] === view.schedule) ?? 'even';
  return {
    provider: unless(view.provider, defaultView.provider, view.provider ?? 'any'),
    audience: unless(view.audience, defaultView.audience, view.audience),
    recipients: view.recipients,
    program: view.program,
    from: unless(view.from, defaultView.from, String(view.from)),
    to: unless(view.to, defaultView.to, String(view.to)),
    known: view.known,
    schedule: unless(view.schedule, defaultView.schedule, schedule),
    places: unless(view.placesAsPeople, defaultView.placesAsPeople, view.placesAsPeople ? 'people' : 'apart'),
  };
}

/** Whether an address says more than it must: blank or default values, as a form without script sends them. */
export function isWordy(params: SearchParams, view: View): boolean {
  const wanted = toParams(view);
  return Object.keys(wanted).some((name) => params[name] !== undefined && wanted[name] === null);
}

function parseChoice(text: string): string | undefined {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100 ? text : undefined;
}

function parseAudience(text: string): AudienceChoice | undefined {
  return Object.hasOwn(audiences, text) ? (text as AudienceChoice) : undefined;
}

function parseRecipients(text: string): string | undefined {
  return /^[A-Z]{3}$/.test(text) ? text : parseChoice(text);
}

function parseYear(text: string): number | undefined {
  const year = Number(text);
  return /^\d{4}$/.test(text) && year >= firstYear && year <= lastYear ? year : undefined;
}

function parseKnown(text: string, today: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return undefined;
  return text >= `${firstYear}-01-01` && text <= today ? text : undefined;
}

function parsePlaces(text: string): boolean | undefined {
  if (text === 'people') return true;
  return text === 'apart' ? false : undefined;
}

function parseSchedule(text: string): Schedule | undefined {
  return Object.hasOwn(schedules, text) ? schedules[text] : undefined;
}
