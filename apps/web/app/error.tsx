'use client';

import { ErrorNotice } from '@/ui/error-notice.tsx';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown in place of a page whose data could not be had. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <title>Not available — Muster</title>
      <ErrorNotice digest={error.digest} retry={reset} />
    </>
  );
}
