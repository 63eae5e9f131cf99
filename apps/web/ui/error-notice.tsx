import { Button } from './filters.tsx';
import { KnownLink } from './known-link.tsx';
import styles from './page.module.css';
import { PageHeader } from './page-header.tsx';

interface ErrorNoticeProps {
  /** The API's request id where it answered one, else a mark of the error. */
  digest: string | undefined;
  retry: () => void;
}

/** What a page says when it could not be put together: that nothing is lost, what to do, and what to quote. */
export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  return (
    <>
      <PageHeader
        kicker="Something went wrong"
        title="This page could not be put together."
        dek="The records are safe; the service that reads them did not answer as it should. Try again in a moment."
      />
      <div className={styles.ways}>
        <Button type="button" onClick={retry}>
          Try again
        </Button>
        <KnownLink href="/">To the overview</KnownLink>
      </div>
      {digest && (
        <small>
          {isRequestId(digest)
            ? 'If it stays, quote this request when you report it: '
            : 'If it stays, quote this when you report it: '}
          <code>{digest}</code>
        </small>
      )}
    </>
  );
}

function isRequestId(digest: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(digest);
}
