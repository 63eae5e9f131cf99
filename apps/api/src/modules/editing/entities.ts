import type { RecordEntity } from '../../generated/resolvers.ts';
import type { Entity, Stored } from './entity.ts';
import { commitmentEntity, reportedTotalEntity } from './queries/count.ts';
import { countryEntity } from './queries/country.ts';
import { eventEntity } from './queries/event.ts';
import { groupEntity } from './queries/group.ts';
import { linkEntity } from './queries/link.ts';
import { programEntity } from './queries/program.ts';
import { providerEntity } from './queries/provider.ts';
import { sourceEntity } from './queries/source.ts';

/** An entity whose rows and inputs nobody looks into: what the engine does with it does not hang on them. */
// biome-ignore lint/suspicious/noExplicitAny: rows and inputs differ by entity and are only passed through
export type AnyEntity = Entity<Stored & any, any, object>;

/** Every kind of record that editors write. */
export const entities: Readonly<Record<RecordEntity, AnyEntity>> = {
  COMMITMENT: commitmentEntity,
  REPORTED_TOTAL: reportedTotalEntity,
  EVENT: eventEntity,
  SOURCE: sourceEntity,
  PROGRAM: programEntity,
  PROVIDER: providerEntity,
  GROUP: groupEntity,
  LINK: linkEntity,
  COUNTRY: countryEntity,
};
