import type { ComponentType } from 'react';
import type { BodyProps } from './body.ts';
import { CommitmentBody, ReportedTotalBody } from './count-body.tsx';
import { EventBody } from './event-body.tsx';
import type { KindPath } from './kinds.ts';
import { LinkBody } from './link-body.tsx';
import { CountryBody, GroupBody, ProgramBody, ProviderBody } from './place-bodies.tsx';
import { SourceBody } from './source-body.tsx';

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
