import type { CommitmentInput, ImpreciseDate } from '@muster/schema/rules';
import type { FieldProblem } from './results.ts';

/** The records that an input names, as far as they exist. */
export interface References {
  programs: ReadonlyMap<string, number>;
  providers: ReadonlyMap<string, number>;
  countries: ReadonlySet<string>;
  groups: ReadonlyMap<string, number>;
  sources: ReadonlyMap<string, { id: number; publishedOn: ImpreciseDate | null }>;
}

/** Each name in the input that no record bears. */
export function findUnknownNames(input: CommitmentInput, references: References): FieldProblem[] {
  const { programs, providers, countries, groups, sources } = references;
  const names = [
    { path: 'program', name: input.program, known: programs, kind: 'program' },
    ...input.providers.map((name, i) => ({
      path: `providers.${i}`,
      name,
      known: providers,
      kind: 'provider',
    })),
    ...input.recipients.flatMap(({ country, group }, i) => [
      { path: `recipients.${i}.country`, name: country, known: countries, kind: 'country' },
      { path: `recipients.${i}.group`, name: group, known: groups, kind: 'group' },
    ]),
    ...input.claims.map(({ source }, i) => ({
      path: `claims.${i}.source`,
      name: source,
      known: sources,
      kind: 'source',
    })),
  ];
  return names.flatMap(({ path, name, known, kind }) =>
    name === null || known.has(name)
      ? []
      : [{ path, message: `there is no ${kind} ${name}; choose another` }],
  );
}
