import type { Metadata } from 'next';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <PageHeader
        kicker="Not found"
        title="There is no such page, or no such record."
        dek="A record may have been drafted and never published, or the address may be mistyped."
      />
      <p>
        <Link href="/">To the overview</Link>
      </p>
    </>
  );
}
