import type { Page } from '../../../pagination.ts';
import type { LinkRow } from '../../count/queries.ts';

export type LinkPage = Page<LinkRow>;
