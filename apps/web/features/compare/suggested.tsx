import { listNames } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import styles from './compare.module.css';
import type { Comparison } from './find-comparison.ts';
import { kindWords } from './sentences.ts';
import { type CompareView, comparePath, fewest, type Kind } from './view.ts';

/** Pairs worth a look; those whose names are not all on record are not offered. */
const pairs: { [kind in Kind]: string[][] } = {
  provider: [
    ['china', 'united-states'],
    ['china', 'turkiye'],
    ['australia', 'new-zealand', 'fiji'],
    ['united-states', 'european-union', 'cepol'],
  ],
  program: [
    ['focac', 'sco'],
    ['gsi', 'lianyungang-forum'],
    ['focac', 'sco', 'china-arab-states-summit', 'lianyungang-forum'],
  ],
  country: [
    ['SLB', 'AGO'],
    ['KEN', 'UGA'],
    ['SLB', 'FJI', 'VUT'],
  ],
};

/** Pairs of a kind; where one is chosen already, those of it with another. */
function offerPairs({ by, ids }: CompareView): string[][] {
  const [only] = ids;
  if (!only) return pairs[by];
  const others = [...new Set(pairs[by].flat())].filter((id) => id !== only);
  return others.slice(0, 4).map((id) => [only, id]);
}

/** In place of a comparison: what to choose, with some to begin with. */
export function Suggested({ comparison: { view, options } }: { comparison: Comparison }) {
  const names = new Map(options.map(({ value, label }) => [value, label]));
  const offered = offerPairs(view).filter((ids) => ids.every((id) => names.has(id)));
  const { many } = kindWords[view.by];
  return (
    <Empty>
      <p>
        {view.ids.length > 0 && view.ids.length < fewest
          ? `${names.get(view.ids[0] ?? '')} stands alone so far: choose what to compare with.`
          : `Choose two to six ${many} to see them on one scale.`}
      </p>
      {offered.length > 0 && (
        <ul className={styles.suggested}>
          {offered.map((ids) => (
            <li key={ids.join()}>
              <Link href={comparePath({ ...view, ids })}>
                {listNames(
                  ids.map((id) => names.get(id) ?? id),
                  6,
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Empty>
  );
}
