import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { ChoicesDocument } from './documents.ts';

/** What the form offers to choose from: values with words for them. */
export interface Choices {
  programs: Record<string, string>;
  providers: Record<string, string>;
  /** Countries by ISO code and groups by code. */
  recipients: Record<string, string>;
  sources: Record<string, string>;
}

export async function findChoices(): Promise<Choices> {
  const { programs, providers, countries, groups, sources } = await queryAsViewer(ChoicesDocument);
  return {
    programs: Object.fromEntries(programs.nodes.map(({ slug, name }) => [slug, name])),
    providers: Object.fromEntries(providers.nodes.map(({ code, name }) => [code, name])),
    recipients: Object.fromEntries([
      ...groups.nodes.map(({ code, name }) => [code, name]),
      ...countries.nodes.map(({ iso3, name }) => [iso3, name]),
    ]),
    sources: Object.fromEntries(
      sources.nodes.map(({ slug, title, publisher }) => [slug, `${publisher}: ${title}`]),
    ),
  };
}
