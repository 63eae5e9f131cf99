import { Prisma } from '@muster/db';
import type { Selection } from '../../selection.ts';

/** A model whose rows are read with no more fields than the query's own need. */
interface Model {
  /** Names of its own fields, as Prisma lists them. */
  fields: Record<string, string>;
  /** What resolvers read whatever is asked for. */
  always: readonly string[];
  /** Fields of the contract that are none of the model's: what they are made of beside those. */
  made: Record<string, readonly string[]>;
}

const WINDOW = [
  ...['windowStart', 'windowStartPrecision', 'windowEnd', 'windowEndPrecision'],
  ...['windowEndLatest', 'windowStated'],
];
const QUANTITY = ['quantityLow', 'quantityHigh'];

export const COUNT: Model = {
  fields: Prisma.CountScalarFieldEnum,
  always: ['id', 'slug', 'kind', 'programId'],
  made: {
    ...none(
      'program',
      'providers',
      'recipients',
      'claims',
      'otherFigures',
      'witnessCount',
      'history',
      'standing',
    ),
    quantity: QUANTITY,
    window: WINDOW,
    trackability: [...QUANTITY, ...WINDOW, 'unit', 'recipientScope', 'voice'],
  },
};

const OF_OWNERS = none('commitments', 'reportedTotals', 'events');

export const PROGRAM: Model = {
  fields: Prisma.ProgramScalarFieldEnum,
  always: ['id', 'slug'],
  made: OF_OWNERS,
};

export const PROVIDER: Model = {
  fields: Prisma.ProviderScalarFieldEnum,
  always: ['id', 'slug', 'countryIso3'],
  made: { ...OF_OWNERS, ...none('country') },
};

export const COUNTRY: Model = {
  fields: Prisma.CountryScalarFieldEnum,
  always: ['id', 'iso3', 'regionM49', 'subregionM49'],
  made: { ...OF_OWNERS, ...none('region', 'subregion', 'groups', 'provider') },
};

export const GROUP: Model = {
  fields: Prisma.GroupScalarFieldEnum,
  always: ['id', 'slug'],
  made: none('members', 'isOpen'),
};

export const SOURCE: Model = {
  fields: Prisma.SourceScalarFieldEnum,
  always: ['id', 'slug', 'derivedFromId'],
  made: none('derivedFrom', 'derivatives', 'claims', 'events'),
};

/** Fields of the model for what is asked of it, and `also` these; all of them where something is asked that is not known here. */
export function chooseFields(
  { fields, always, made }: Model,
  asked: Selection,
  also: readonly string[] = [],
): string[] {
  const chosen = new Set([...always, ...also]);
  for (const name of asked.keys()) {
    if (name === '__typename') continue;
    const parts = made[name] ?? (name in fields ? [name, `${name}Precision`] : Object.values(fields));
    for (const part of parts) chosen.add(part);
  }
  return Object.values(fields).filter((field) => chosen.has(field));
}

function none(...names: string[]): Record<string, readonly string[]> {
  return Object.fromEntries(names.map((name) => [name, []]));
}
