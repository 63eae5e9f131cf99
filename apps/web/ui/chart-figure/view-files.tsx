import type { ReactNode } from 'react';
import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import { embedAddress, fileAddress, fileKinds } from '@/files/address.ts';
import type { ViewFile } from '@/files/view-file.ts';
import { formatDay } from '@/text/index.ts';
import { withRelease } from '@/text/release.ts';
import { FileLink } from '../link.tsx';
import styles from './chart-figure.module.css';

const kindWords = { svg: 'SVG', png: 'PNG', csv: 'CSV', json: 'JSON', 'metadata.json': 'Metadata' } as const;

/** The view as files, and the lines that show it on another site. */
export async function ViewFiles({ view }: { view: Pick<ViewFile, 'page' | 'title' | 'draw'> }) {
  const { page, draw } = view;
  const kinds = draw ? fileKinds : fileKinds.filter((kind) => kind !== 'svg' && kind !== 'png');
  return (
    <div className={`${styles.foot} screen-only`}>
      <p className={styles.files}>
        <span>This view as a file:</span>
        {kinds.map((kind) => (
          <FileLink
            key={kind}
            href={fileAddress(page, kind)}
            download={kind === 'metadata.json' ? undefined : ''}
          >
            {kindWords[kind]}
          </FileLink>
        ))}
      </p>
      {draw && (
        <details className={styles.embed}>
          <summary>Show it on another site</summary>
          <Frames page={page} title={view.title} />
        </details>
      )}
    </div>
  );
}

/** The lines that show the view live, and frozen to the newest release that could hold it; within a release, to that one. */
async function Frames({ page, title }: Pick<ViewFile, 'page' | 'title'>) {
  const dataset = await findDataset();
  const release = dataset?.release ?? null;
  const newest = dataset?.releases.at(0) ?? null;
  const lines = writeFrame(await findPermalink(embedAddress(page)), title);
  if (release) {
    return (
      <Frame label="Lines for another site" lines={lines}>
        It is frozen: it shows the release of {formatDay(release.knownOn)}, whatever is corrected later.
      </Frame>
    );
  }
  const frozen =
    newest && writeFrame(await findPermalink(withRelease(embedAddress(page), newest.name)), title);
  return (
    <>
      <Frame label={frozen ? 'Live lines for another site' : 'Lines for another site'} lines={lines}>
        {page.includes('known=')
          ? 'It stays at the day of this view.'
          : 'It is live: it shows what is known on the day it is read. Set “as known on” first for one that stays at a day.'}
      </Frame>
      {newest && frozen && (
        <Frame label="Frozen lines for another site" lines={frozen}>
          It is frozen: it shows the release of {formatDay(newest.knownOn)}, whatever is corrected later.
        </Frame>
      )}
    </>
  );
}

function Frame({ label, lines, children }: { label: string; lines: string; children: ReactNode }) {
  return (
    <>
      <textarea readOnly rows={3} aria-label={label} value={lines} />
      <p>{children}</p>
    </>
  );
}

function writeFrame(address: string, title: string): string {
  const quote = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${quote(address)}" title="${quote(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
}
