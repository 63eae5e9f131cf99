import type { ClaimTellingFragment } from '@/generated/graphql.ts';

type Source = ClaimTellingFragment['source'];
/** A document that another rewrites or mirrors, and what it goes back to itself. */
interface Ancestor {
  slug: string;
  publisher: string;
  derivedFromNote?: string | null;
  derivedFrom?: Ancestor | null;
}

export interface Telling {
  /** Anchor of the telling: never changes while the record's order stays. */
  anchor: string;
  claim: ClaimTellingFragment;
  /** How many documents stand between it and the first that is on record; 0 for that one itself. */
  steps: number;
}

/** Tellings that go back to one document, or to one that is known by the same words: one wire on ten pages is one witness. */
export interface Witness {
  /** "AFP, carried by Sino Daily", or the publisher of the first document. */
  name: string;
  /** The first document's own telling first, then those that retell it. */
  tellings: Telling[];
}

/** Claims by witness, by the rule of the API's `witnessCount`, in the record's order of their first telling. */
export function groupWitnesses(claims: readonly ClaimTellingFragment[]): Witness[] {
  const tellings = claims.map((claim, index) => {
    const { root, steps } = findRoot(claim.source);
    return { anchor: `${claim.source.slug}-${index}`, claim, steps, root };
  });
  const groups = Map.groupBy(tellings, ({ root }) => nameRoot(root));
  return [...groups.values()].map((members) => ({
    name: members[0]?.root.derivedFromNote ?? members[0]?.root.publisher ?? '',
    tellings: members
      .toSorted((a, b) => a.steps - b.steps)
      .map(({ anchor, claim, steps }) => ({ anchor, claim, steps })),
  }));
}

/** How many different documents tell; several claims may stand in one. */
export function countDocuments({ tellings }: Witness): number {
  return new Set(tellings.map(({ claim }) => claim.source.slug)).size;
}

function findRoot(source: Source): { root: Ancestor; steps: number } {
  let root: Ancestor = source;
  let steps = 0;
  for (; root.derivedFrom; steps++) root = root.derivedFrom;
  return { root, steps };
}

// A first document that is itself said to derive from something is known by those words.
function nameRoot({ slug, derivedFromNote }: Ancestor): string {
  return derivedFromNote
    ? `words: ${derivedFromNote.trim().replace(/\s+/g, ' ').toLowerCase()}`
    : `document: ${slug}`;
}
