interface PageOf<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Every record of a list, asked page by page: files leave nothing out. */
export async function loadAll<Node>(
  load: (page: { first: number; after: string | null }) => Promise<PageOf<Node>>,
): Promise<Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: PageOf<Node> = await load({ first: 500, after });
    all.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
