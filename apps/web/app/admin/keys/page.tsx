import { findPermalink } from '@/api/permalink.ts';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { CreateKeyForm } from '@/features/key/create-form.tsx';
import { ApiKeysDocument } from '@/features/key/documents.ts';
import { KeyList } from '@/features/key/list.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';

export const metadata = { title: 'API keys' };

export default async function KeysPage() {
  const viewer = await requireViewer('/admin/keys');
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/keys" />}
        title="API keys"
        dek="A key lets a program ask more, and larger questions, than anybody may without one. It reads what everybody may read: it signs nobody in and changes nothing."
      />
      {viewer.role === 'ADMIN' ? (
        <Keys />
      ) : (
        <Notice>API keys need the role ADMIN. Ask an administrator.</Notice>
      )}
    </>
  );
}

async function Keys() {
  const { apiKeys } = await queryAsViewer(ApiKeysDocument);
  return (
    <>
      <CreateKeyForm endpoint={await findPermalink('/graphql')} />
      <Section id="keys" title="Keys">
        <KeyList keys={apiKeys} />
      </Section>
    </>
  );
}
