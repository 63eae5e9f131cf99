import { globSync, readFileSync } from 'node:fs';
import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';

const WEB = new URL('../../../web/', import.meta.url);

/** The dashboard's operations by name, each with the fragments that it needs, as they are written in its sources. */
export function listDashboardDocuments(): [name: string, query: string][] {
  const files = globSync('{api,app,features}/**/*.{ts,tsx}', { cwd: WEB });
  const texts = files.flatMap((file) => findTexts(readFileSync(new URL(file, WEB), 'utf8')));
  const definitions = texts.flatMap((text) => parse(text).definitions);
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return definitions.flatMap((node): [string, string][] => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    const needed = new Set<DefinitionNode>([node]);
    for (const definition of needed) {
      visit(definition, {
        FragmentSpread: ({ name }) => void needed.add(fragments.get(name.value) as DefinitionNode),
      });
    }
    return [[node.name?.value ?? '', [...needed].map(print).join('\n')]];
  });
}

function findTexts(source: string): string[] {
  return [...source.matchAll(/\bgraphql\(`([^`]*)`\)/g)].map(([, text]) => text ?? '');
}
