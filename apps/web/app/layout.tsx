import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ApiProvider } from '@/api/provider.tsx';
import { readToday } from '@/api/today.ts';
import { KnownControl } from '@/ui/known-control.tsx';
import { ReleaseNotice } from '@/ui/release-notice.tsx';
import { SiteFooter } from '@/ui/site-footer.tsx';
import { SiteHeader } from '@/ui/site-header.tsx';
import { inter, sourceSerif } from './fonts.ts';
import './stand-ins.css';
import './globals.css';

// Every page shows the record as it stands; nothing is rendered at build time.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Muster', template: '%s — Muster' },
  description: 'Who promised to train whom, how many were reported trained, and how sure anyone can be.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#14140f' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${inter.variable} ${sourceSerif.variable}`}>
      <body>
        <ApiProvider>
          <SiteHeader />
          <KnownControl today={await readToday()} />
          <main id="main" tabIndex={-1}>
            <ReleaseNotice />
            {children}
          </main>
          <SiteFooter />
        </ApiProvider>
      </body>
    </html>
  );
}
