'use client';

import { Button } from '@/ui/filters.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

/** Shown in place of a page whose data could not be had. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <>
      <title>Not available — Muster</title>
      <PageHeader
        kicker="Something went wrong"
        title="This page could not be put together."
        dek="The records are safe; the service that reads them did not answer as it should. Try again in a moment."
      />
      <p>
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      </p>
      {error.digest && <small>Reference {error.digest}</small>}
    </>
  );
}
