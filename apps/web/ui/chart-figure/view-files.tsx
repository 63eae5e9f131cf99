import { Fragment } from 'react';
import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import { fileAddress, fileKinds } from '@/files/address.ts';
import { listFrames, writeFrame } from '@/files/frames.ts';
import type { ViewFile } from '@/files/view-file.ts';
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

/** The lines that show the view live, and frozen to a release. */
async function Frames({ page, title }: Pick<ViewFile, 'page' | 'title'>) {
  const dataset = await findDataset();
  const frames = listFrames(page, {
    release: dataset?.release ?? null,
    releases: dataset?.releases ?? [],
  });
  return Promise.all(
    frames.map(async ({ address, label, words }) => (
      <Fragment key={label}>
        <textarea
          readOnly
          rows={3}
          aria-label={label}
          value={writeFrame(await findPermalink(address), title)}
        />
        <p>{words}</p>
      </Fragment>
    )),
  );
}
