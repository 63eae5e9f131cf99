import { queryFromBrowser } from '@/api/query-browser.ts';
import type { KindPath } from '../kinds.ts';
import {
  PickCountsDocument,
  PickEventsDocument,
  PickGroupsDocument,
  PickPlacesDocument,
  PickProgramsDocument,
  PickProvidersDocument,
  PickSourcesDocument,
} from './picker-documents.ts';

export interface Choice {
  /** Slug or code: what the input holds. */
  value: string;
  words: string;
}

export interface Picker {
  noun: string;
  /** The kind that can be written in place where none of the list fits. */
  creates?: KindPath;
  /** Records that hold the words, last changed first; empty text: the last changed. */
  search: (text: string | null, signal: AbortSignal) => Promise<Choice[]>;
}

const named = (nodes: readonly { slug: string; title: string }[]) =>
  nodes.map(({ slug, title }) => ({ value: slug, words: title }));
const coded = (nodes: readonly { code: string; name: string }[]) =>
  nodes.map(({ code, name }) => ({ value: code, words: name }));
const countries = (nodes: readonly { iso3: string; name: string }[]) =>
  nodes.map(({ iso3, name }) => ({ value: iso3, words: name }));

export const pickers = {
  source: {
    noun: 'source',
    creates: 'sources',
    search: async (text, signal) =>
      (await queryFromBrowser(PickSourcesDocument, { text }, signal)).editableSources.nodes.map(
        ({ slug, title, publisher }) => ({ value: slug, words: `${publisher}: ${title}` }),
      ),
  },
  program: {
    noun: 'program',
    creates: 'programs',
    search: async (text, signal) =>
      (await queryFromBrowser(PickProgramsDocument, { text }, signal)).editablePrograms.nodes.map(
        ({ slug, name }) => ({ value: slug, words: name }),
      ),
  },
  provider: {
    noun: 'provider',
    creates: 'providers',
    search: async (text, signal) =>
      coded((await queryFromBrowser(PickProvidersDocument, { text }, signal)).editableProviders.nodes),
  },
  country: {
    noun: 'country',
    search: async (text, signal) => {
      const asked = { text, withGroups: false };
      return countries((await queryFromBrowser(PickPlacesDocument, asked, signal)).editableCountries.nodes);
    },
  },
  group: {
    noun: 'group',
    creates: 'groups',
    search: async (text, signal) =>
      coded((await queryFromBrowser(PickGroupsDocument, { text }, signal)).editableGroups.nodes),
  },
  place: {
    noun: 'group',
    creates: 'groups',
    search: async (text, signal) => {
      const asked = { text, withGroups: true };
      const found = await queryFromBrowser(PickPlacesDocument, asked, signal);
      return [...countries(found.editableCountries.nodes), ...coded(found.editableGroups?.nodes ?? [])];
    },
  },
  count: {
    noun: 'commitment or reported total',
    search: async (text, signal) => {
      const found = await queryFromBrowser(PickCountsDocument, { text }, signal);
      return [...named(found.editableCommitments.nodes), ...named(found.editableReportedTotals.nodes)];
    },
  },
  event: {
    noun: 'event',
    search: async (text, signal) =>
      named((await queryFromBrowser(PickEventsDocument, { text }, signal)).editableEvents.nodes),
  },
} as const satisfies Record<string, Picker>;

export type PickerName = keyof typeof pickers;
