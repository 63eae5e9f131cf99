import { PageHeader } from '@/ui/page-header.tsx';

export default function Overview() {
  return <PageHeader kicker="Commitments against reported totals" title="Muster" />;
}
