import { findCycle } from './cycle.ts';
import type { Dataset } from './dataset.ts';
import type { Trouble } from './trouble.ts';

type Report = (file: string, record: string, field: string, message: string) => void;

/** Names that lead nowhere, names given twice, and circles. */
export function findReferenceTroubles(dataset: Dataset, fileOf: (name: string) => string): Trouble[] {
  const troubles: Trouble[] = [];
  const report: Report = (name, record, field, message) =>
    troubles.push({ file: fileOf(name), record, field, message });
  const known = {
    country: new Set(dataset.countries.map(({ iso3 }) => iso3)),
    group: new Set(dataset.groups.map(({ code }) => code)),
    provider: new Set(dataset.providers.map(({ code }) => code)),
    program: slugsOf(dataset.programs),
    source: slugsOf(dataset.sources),
    event: slugsOf(dataset.events),
    count: slugsOf([...dataset.commitments, ...dataset.reportedTotals]),
  };
  const requireKnown = (
    kind: keyof typeof known,
    value: string | null,
    ...place: [string, string, string]
  ) => {
    if (value !== null && !known[kind].has(value)) report(...place, `no such ${kind}: ${value}`);
  };

  for (const { code, members } of dataset.groups) {
    for (const { country } of members) requireKnown('country', country, 'groups.json', code, 'members');
  }
  for (const { slug, country } of dataset.providers) {
    requireKnown('country', country, 'providers.json', slug, 'country');
  }
  for (const { slug, derivedFrom } of dataset.sources) {
    requireKnown('source', derivedFrom, 'sources.json', slug, 'derivedFrom');
  }
  for (const [file, counts] of countFiles(dataset)) {
    for (const { slug, program, providers, recipients, claims } of counts) {
      requireKnown('program', program, file, slug, 'program');
      for (const code of providers) requireKnown('provider', code, file, slug, 'providers');
      for (const { country, group } of recipients) {
        requireKnown('country', country, file, slug, 'recipients');
        requireKnown('group', group, file, slug, 'recipients');
      }
      claims.forEach(({ source }, index) => {
        requireKnown('source', source, file, slug, `claims.${index}.source`);
      });
    }
  }
  for (const { slug, program, providers, countries, groups, sources, supersedes } of dataset.events) {
    requireKnown('program', program, 'events.json', slug, 'program');
    requireKnown('event', supersedes, 'events.json', slug, 'supersedes');
    for (const code of providers) requireKnown('provider', code, 'events.json', slug, 'providers');
    for (const { country } of countries) requireKnown('country', country, 'events.json', slug, 'countries');
    for (const { group } of groups) requireKnown('group', group, 'events.json', slug, 'groups');
    sources.forEach(({ source }, index) => {
      requireKnown('source', source, 'events.json', slug, `sources.${index}.source`);
    });
  }
  for (const { from, to, source } of dataset.links) {
    requireKnown('count', from, 'links.json', `${from} → ${to}`, 'from');
    requireKnown('count', to, 'links.json', `${from} → ${to}`, 'to');
    requireKnown('source', source, 'links.json', `${from} → ${to}`, 'source');
  }
  reportTwice(dataset, report);
  const cycle = findCycle(dataset.links);
  if (cycle) report('links.json', cycle.join(' → '), '', 'a count cannot be part of itself');
  return troubles;
}

function countFiles({ commitments, reportedTotals }: Dataset) {
  return [['commitments.json', commitments] as const, ['reported-totals.json', reportedTotals] as const];
}

function slugsOf(records: readonly { slug: string }[]): Set<string> {
  return new Set(records.map(({ slug }) => slug));
}

function reportTwice(dataset: Dataset, report: Report): void {
  const lists: [file: string, names: string[]][] = [
    ['groups.json', dataset.groups.map(({ code }) => code)],
    ['groups.json', dataset.groups.map(({ slug }) => slug)],
    ['providers.json', dataset.providers.map(({ code }) => code)],
    ['providers.json', dataset.providers.map(({ slug }) => slug)],
    ['programs.json', dataset.programs.map(({ slug }) => slug)],
    ['sources.json', dataset.sources.map(({ slug }) => slug)],
    ['events.json', dataset.events.map(({ slug }) => slug)],
    ['reported-totals.json', [...dataset.commitments, ...dataset.reportedTotals].map(({ slug }) => slug)],
    ['links.json', dataset.links.map(({ from, to, relation }) => `${from} → ${to} (${relation})`)],
  ];
  for (const [file, names] of lists) {
    const seen = new Set<string>();
    for (const name of names) {
      if (seen.has(name)) report(file, name, '', 'is there twice');
      seen.add(name);
    }
  }
}
