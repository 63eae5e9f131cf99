import { redirect } from 'next/navigation';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { OwnAccountDocument } from '@/features/people/documents.ts';
import { PasswordForm } from '@/features/people/password-form.tsx';
import { RenameForm } from '@/features/people/rename-form.tsx';
import { SessionList } from '@/features/people/session-list.tsx';
import { TotpPanel } from '@/features/people/totp-panel.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';

export const metadata = { title: 'Your account' };

export default async function AccountPage() {
  const viewer = await requireViewer('/admin/account');
  const { ownAccount } = await queryAsViewer(OwnAccountDocument);
  if (!ownAccount) redirect('/admin/sign-in?next=/admin/account');
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/account" />}
        title="Your account"
        dek={`You sign in with ${ownAccount.email}.`}
      />
      <Section id="account-name" title="Name">
        <RenameForm name={ownAccount.name} />
      </Section>
      <Section id="account-password" title="Password">
        <PasswordForm email={ownAccount.email} />
      </Section>
      <Section id="account-codes" title="Codes at sign-in">
        <TotpPanel key={String(ownAccount.hasTotp)} isOn={ownAccount.hasTotp} />
      </Section>
      <Section id="account-sessions" title="Where you are signed in">
        <SessionList person={ownAccount} />
      </Section>
    </>
  );
}
