import type { ComponentType } from 'react';
import type { KindPath } from '../kinds.ts';
import { CommitmentBody, ReportedTotalBody } from './count.tsx';
import { EventBody } from './event.tsx';
import { LinkBody } from './link.tsx';
import { CountryBody, GroupBody, ProgramBody, ProviderBody } from './places.tsx';
import type { BodyProps } from './props.ts';
import { SourceBody } from './source.tsx';

/** The fields of each kind of record. */
export const bodies: Readonly<Record<KindPath, ComponentType<BodyProps>>> = {
  commitments: CommitmentBody,
  reported: ReportedTotalBody,
  events: EventBody,
  links: LinkBody,
  sources: SourceBody,
  programs: ProgramBody,
  providers: ProviderBody,
  groups: GroupBody,
  countries: CountryBody,
};
