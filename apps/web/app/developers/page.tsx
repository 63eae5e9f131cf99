import type { Metadata } from 'next';
import { DevelopersPage } from '@/features/developers/developers-page.tsx';

export const metadata: Metadata = {
  title: 'Developers',
  description: 'The API in plain words: how to ask, what numbers and nulls mean, and code to copy.',
};

export default function Page() {
  return <DevelopersPage />;
}
