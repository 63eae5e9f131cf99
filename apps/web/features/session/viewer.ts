import { redirect } from 'next/navigation';
import { cache } from 'react';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { graphql } from '@/generated/gql.ts';
import type { ViewerQuery } from '@/generated/graphql.ts';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      email
      name
      role
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;

export const findViewer = cache(async () => (await queryAsViewer(ViewerDocument)).viewer);

/** Who is signed in; sends everybody else to the sign-in page, and back to `path` afterwards. */
export async function requireViewer(path: string) {
  const viewer = await findViewer();
  if (!viewer) redirect(`/admin/sign-in?next=${encodeURIComponent(path)}`);
  return viewer;
}
