import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { PeopleDocument } from '@/features/people/documents.ts';
import { InviteForm } from '@/features/people/invite-form.tsx';
import { PeopleList } from '@/features/people/list.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';

export const metadata = { title: 'People' };

export default async function PeoplePage() {
  const viewer = await requireViewer('/admin/people');
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/people" />}
        title="People"
        dek="Who keeps the record, and what each may do. What somebody did stays in the history under their name."
      />
      {viewer.role === 'ADMIN' ? (
        <People />
      ) : (
        <Notice>Accounts need the role ADMIN. Ask an administrator.</Notice>
      )}
    </>
  );
}

async function People() {
  const { people, sendsMail } = await queryAsViewer(PeopleDocument);
  return (
    <>
      <InviteForm sendsMail={sendsMail} />
      <Section id="people" title="Accounts">
        <PeopleList people={people} />
      </Section>
    </>
  );
}
