import type { Metadata } from 'next';
import { StyleguidePage } from '@/features/styleguide/page.tsx';

export const metadata: Metadata = {
  title: 'Style guide',
  description: 'The colours, marks, type and parts that pages are made of.',
};

export default function Page() {
  return <StyleguidePage />;
}
