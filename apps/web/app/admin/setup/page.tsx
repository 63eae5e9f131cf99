import { SetupForm } from '@/features/session/setup-form.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Create the first administrator' };

export default function SetupPage() {
  return (
    <>
      <PageHeader
        kicker="Admin"
        title="Create the first administrator"
        dek="The server printed this address when it started. It works once, and for 24 hours."
      />
      <SetupForm />
    </>
  );
}
