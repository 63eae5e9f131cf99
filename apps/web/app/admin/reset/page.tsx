import { PasswordLinkForm } from '@/features/session/password-link-form.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Set a new password' };

export default function ResetPage() {
  return (
    <>
      <PageHeader
        kicker="Admin"
        title="Set a new password"
        dek="This link works once. The old password holds until the new one is set; then you are signed out everywhere."
      />
      <PasswordLinkForm />
    </>
  );
}
