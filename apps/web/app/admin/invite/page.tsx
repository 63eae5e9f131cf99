import { PasswordLinkForm } from '@/features/session/password-link-form.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Set your password' };

export default function InvitePage() {
  return (
    <>
      <PageHeader
        kicker="Admin"
        title="Welcome to the editors’ pages"
        dek="You were invited to help keep the record. Choose a password; this link works once."
      />
      <PasswordLinkForm />
    </>
  );
}
