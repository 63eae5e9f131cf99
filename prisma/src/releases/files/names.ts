import { byBytes, field, type TableFile, text } from './table.ts';

/** Who and where: what the records point to. */
export const NAME_FILES: TableFile[] = [
  {
    name: 'countries',
    title: 'Countries',
    fields: [
      text('iso3', 't.iso3', 'ISO 3166-1 alpha-3 code; XKX for Kosovo.'),
      text('iso2', 't.iso2', 'ISO 3166-1 alpha-2 code; XK for Kosovo.'),
      text('m49', 't.m49', 'UN M49 code. Empty: M49 leaves the place out.'),
      text('name', 't.name', 'Name in English.'),
      text('region_m49', 't.region_m49', 'UN M49 code of its region. Empty: M49 gives none.'),
      text('subregion_m49', 't.subregion_m49', 'UN M49 code of its sub-region. Empty: M49 gives none.'),
    ],
    from: 'country t',
    orderBy: byBytes('t.iso3'),
    primaryKey: ['iso3'],
  },
  {
    name: 'groups',
    title: 'Groups of countries',
    fields: [
      text('code', 't.code', 'As the records name it, e.g. GRP:SCO or M49:002.'),
      text('slug', 't.slug', 'Name in addresses.'),
      text('name', 't.name', 'Name in English.'),
      text('kind', 't.kind::text', 'M49_REGION, ORGANISATION, FORUM or INFORMAL.'),
      text('description', 't.description', 'What it is. Empty: nothing is recorded.'),
    ],
    from: 'country_group t',
    orderBy: byBytes('t.code'),
    primaryKey: ['code'],
  },
  {
    name: 'group-members',
    title: 'Members of groups',
    fields: [
      text('group', 'g.code', 'Code of the group.'),
      text('country', 't.country_iso3', 'ISO 3166-1 alpha-3 code of the member.'),
      field('since', 'date', 't.since', 'First day of membership. Empty: since before the records begin.'),
      field('until', 'date', 't.until', 'First day no longer a member. Empty: still a member.'),
      text('note', 't.note', 'Remarks. Empty: none.'),
    ],
    from: 'group_membership t JOIN country_group g ON g.id = t.group_id',
    orderBy: `${byBytes('g.code')}, ${byBytes('t.country_iso3')}, t.since NULLS FIRST`,
    pointsTo: { group: ['groups', 'code'], country: ['countries', 'iso3'] },
  },
  {
    name: 'programs',
    title: 'Programs',
    fields: [
      text('slug', 't.slug', 'Name in addresses.'),
      text('name', 't.name', 'Name in English.'),
      text('description', 't.description', 'What it is. Empty: nothing is recorded.'),
    ],
    from: 'program t',
    orderBy: byBytes('t.slug'),
    primaryKey: ['slug'],
  },
  {
    name: 'providers',
    title: 'Providers',
    fields: [
      text('code', 't.code', 'ISO 3166-1 alpha-3 code, or a code of an organisation such as ORG:CEPOL.'),
      text('slug', 't.slug', 'Name in addresses.'),
      text('name', 't.name', 'Name in English.'),
      text('kind', 't.kind::text', 'COUNTRY or ORGANISATION.'),
      text('country', 't.country_iso3', 'ISO 3166-1 alpha-3 code of the country. Empty: an organisation.'),
    ],
    from: 'provider t',
    orderBy: byBytes('t.code'),
    primaryKey: ['code'],
    pointsTo: { country: ['countries', 'iso3'] },
  },
];
