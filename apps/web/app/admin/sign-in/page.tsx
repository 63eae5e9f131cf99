import { redirect } from 'next/navigation';
import { SignInForm } from '@/features/session/sign-in-form.tsx';
import { findViewer } from '@/features/session/viewer.ts';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/admin/sign-in'>) {
  const { next } = await searchParams;
  // Only places of our own: anything else would let a link send people away after they sign in.
  const place = typeof next === 'string' && /^\/admin(\/[a-z0-9/-]*)?$/.test(next) ? next : '/admin';
  if (await findViewer()) redirect(place);
  return (
    <>
      <PageHeader
        kicker="Admin"
        title="Sign in"
        dek="For those who keep the record. Readers need no account."
      />
      <SignInForm next={place} />
    </>
  );
}
