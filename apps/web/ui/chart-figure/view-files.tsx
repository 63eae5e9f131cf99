import { findPermalink } from '@/api/permalink.ts';
import { embedAddress, fileAddress, fileKinds } from '@/files/address.ts';
import type { ViewFile } from '@/files/view-file.ts';
import styles from './chart-figure.module.css';

const kindWords = { svg: 'SVG', png: 'PNG', csv: 'CSV', json: 'JSON', 'metadata.json': 'Metadata' } as const;

/** The view as files, and the lines that show it on another site. */
export async function ViewFiles({ view }: { view: Pick<ViewFile, 'page' | 'title' | 'draw'> }) {
  const { page, title, draw } = view;
  const kinds = draw ? fileKinds : fileKinds.filter((kind) => kind !== 'svg' && kind !== 'png');
  return (
    <div className={`${styles.foot} screen-only`}>
      <p className={styles.files}>
        <span>This view as a file:</span>
        {kinds.map((kind) => (
          <a key={kind} href={fileAddress(page, kind)} download={kind === 'metadata.json' ? undefined : ''}>
            {kindWords[kind]}
          </a>
        ))}
      </p>
      {draw && (
        <details className={styles.embed}>
          <summary>Show it on another site</summary>
          <textarea
            readOnly
            rows={3}
            aria-label="Lines for another site"
            value={writeFrame(await findPermalink(embedAddress(page)), title)}
          />
          {page.includes('known=')
            ? 'It stays at the day of this view.'
            : 'It is live: it shows what is known on the day it is read. Set “as known on” first for one that stays at a day.'}
        </details>
      )}
    </div>
  );
}

function writeFrame(address: string, title: string): string {
  const quote = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${quote(address)}" title="${quote(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
}
