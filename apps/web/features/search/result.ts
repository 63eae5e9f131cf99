import { eventStatusWords, formatEventDate } from '@/features/event/words.ts';
import { describeTitle } from '@/features/source/source-title.tsx';
import type { GroupKind, ProviderKind } from '@/generated/contract.ts';
import {
  addressOf,
  countPath,
  eventKindWords,
  formatCount,
  formatRecipients,
  formatRecords,
  formatShortDate,
  listNames,
  measureWords,
  sourceKindWords,
} from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';
import type { Found } from './queries.ts';

type As<Name extends Found['__typename']> = Extract<Found, { __typename: Name }>;
type Count = As<'Commitment'> | As<'ReportedTotal'>;

/** A record as a line of the results. */
export interface Result {
  key: string;
  /** What it is: "Reported total". */
  kind: string;
  tone?: 'commit' | 'report';
  title: string;
  /** Of the title, where it is not English. */
  language: string | null;
  /** Null where no page shows it. */
  path: string | null;
  /** What matters of it, in order: "about 3,000 people", "stated 9 Sept 2024". */
  facts: string[];
}

const providerWords: Record<ProviderKind, string> = { COUNTRY: 'a country', ORGANISATION: 'an organisation' };

const groupWords: Record<GroupKind, string> = {
  M49_REGION: 'region of the United Nations',
  ORGANISATION: 'organisation with members',
  FORUM: 'forum',
  INFORMAL: 'words without a list of members',
};

interface Reading {
  /** The day whose record is read; null: today. */
  known: string | null;
  /** Groups that the overview can be filtered by. */
  namedGroups: Set<string>;
}

export function describeResult(found: Found, { known, namedGroups }: Reading): Result {
  const result = describe(found, namedGroups);
  const facts = result.facts.flatMap((fact) => fact || []);
  const path = result.path && addressOf(result.path, { ...result.params, known });
  const language = result.language ?? null;
  const { kind, tone, title } = result;
  return { key: `${kind} ${path ?? title}`, kind, tone, title, language, path, facts };
}

interface Draft {
  kind: string;
  tone?: Result['tone'];
  title: string;
  language?: string | null;
  path: string | null;
  params?: Record<string, string>;
  facts: (string | null | undefined)[];
}

function describe(found: Found, namedGroups: Set<string>): Draft {
  switch (found.__typename) {
    case 'Commitment':
    case 'ReportedTotal':
      return describeCount(found);
    case 'Event':
      return describeEvent(found);
    case 'Source':
      return describeSource(found);
    case 'Program':
      return {
        kind: 'Program',
        title: found.name,
        path: `/programs/${found.slug}`,
        facts: [found.description, writeRecords(found)],
      };
    case 'Provider':
      return {
        kind: 'Provider',
        title: found.name,
        path: `/providers/${found.slug}`,
        facts: [providerWords[found.providerKind], writeRecords({ ...found, events: { totalCount: 0 } })],
      };
    case 'Country':
      return {
        kind: 'Country',
        title: found.name,
        path: `/countries/${found.iso3}`,
        facts: [found.iso3, found.region?.name, writeRecords(found)],
      };
    case 'Group':
      return describeGroup(found, namedGroups);
  }
}

function describeCount(count: Count): Draft {
  const isCommitment = count.__typename === 'Commitment';
  return {
    kind: isCommitment ? 'Commitment' : 'Reported total',
    tone: isCommitment ? 'commit' : 'report',
    title: count.title,
    path: countPath(count),
    facts: [
      writeNumber(count),
      count.statedOn ? `stated ${formatShortDate(count.statedOn)}` : 'undated',
      listNames(count.providers.map(({ name }) => name)),
      count.program?.name,
      count.recipients.length > 0 ? `for ${formatRecipients(count)}` : null,
    ],
  };
}

function describeEvent(event: As<'Event'>): Draft {
  return {
    kind: 'Event',
    title: event.title,
    path: `/events/${event.slug}`,
    facts: [
      eventKindWords[event.eventKind].toLowerCase(),
      event.eventStatus && eventStatusWords[event.eventStatus],
      formatEventDate(event),
      event.place,
      event.program?.name,
    ],
  };
}

function describeSource(source: As<'Source'>): Draft {
  const { publisher, sourceKind, publishedOn } = source;
  return {
    kind: 'Source',
    ...describeTitle(source),
    path: `/sources/${source.slug}`,
    facts: [
      publisher,
      sourceKindWords[sourceKind],
      publishedOn ? formatShortDate(publishedOn) : 'undated',
      source.language === 'en' ? null : formatLanguage(source.language),
    ],
  };
}

/** Groups have no page: the overview shows what was promised to one, where some count names it. */
function describeGroup({ slug, name, groupKind, description }: As<'Group'>, named: Set<string>): Draft {
  return {
    kind: 'Group',
    title: name,
    path: named.has(slug) ? '/' : null,
    params: { provider: 'any', recipients: slug },
    facts: [
      groupWords[groupKind],
      named.has(slug) ? 'in the overview' : 'no promise or report names it',
      description,
    ],
  };
}

function writeNumber(count: Count): string {
  if (!count.quantity) return 'no number stated';
  const counted = formatCount(count);
  const isOther = count.measure !== 'TRAINEES' && count.unit === 'PEOPLE';
  return isOther ? `${counted} (${measureWords[count.measure]})` : counted;
}

function writeRecords(held: Parameters<typeof formatRecords>[0]): string {
  const records = formatRecords(held);
  return records === 'none' ? 'no records' : records;
}
