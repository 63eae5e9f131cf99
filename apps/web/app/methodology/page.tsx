import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { loadExamples } from '@/features/methodology/examples.ts';
import { MethodologyPage } from '@/features/methodology/methodology.tsx';

export const metadata: Metadata = {
  title: 'How Muster counts',
  description: 'The rules behind every number in plain words, with examples computed from the record.',
};

export default async function Page() {
  return <MethodologyPage examples={await loadExamples(await readToday())} />;
}
