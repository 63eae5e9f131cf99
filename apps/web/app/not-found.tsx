import type { Metadata } from 'next';
import { NearPages } from '@/ui/near-pages.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <PageHeader
        kicker="Not found"
        title="There is no such page, or no such record."
        dek="The address may be mistyped, or the record was never published. One that was taken back stands among the changes."
      />
      <NearPages />
    </>
  );
}
