import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Keys } from '@/features/records/keys.tsx';
import { KeepSession } from '@/features/session/keep-session.tsx';

export const metadata: Metadata = { title: 'Admin', robots: { index: false, follow: false } };

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <KeepSession />
      {children}
      <Keys />
    </>
  );
}
