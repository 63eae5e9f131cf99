import { findAskedRelease } from '@/api/release.ts';
import type { GraphBox } from '@/charts/box-graph/index.ts';
import { OverlapGraph, type OverlapLink } from '@/charts/overlap-graph/index.ts';
import type { CountLinkFragment, CountRecordFragment, LinkedCountFragment } from '@/generated/graphql.ts';
import { addressOf, basisWords, countPath, formatCount, formatQuantity, formatUnit } from '@/text/index.ts';
import { withRelease } from '@/text/release.ts';
import { Link } from '@/ui/link.tsx';
import { isOverlap, writeLink } from './link-sentences.ts';
import styles from './record.module.css';

/** What the boxes' addresses keep. */
interface View {
  known: string | null;
  release: string | undefined;
}

interface LinksProps {
  record: CountRecordFragment;
  known: string | null;
}

/** What the record is or may be part of, drawn and told, then its other links in words. */
export async function CountLinks({ record, known }: LinksProps) {
  const view = { known, release: (await findAskedRelease())?.name };
  const { links, slug } = record;
  const overlaps = links.filter(isOverlap);
  const others = links.filter((link) => !isOverlap(link));
  if (links.length === 0) return <p className="muted">No link to another record is known.</p>;
  return (
    <>
      {overlaps.length > 0 && (
        <>
          <OverlapGraph
            centre={{
              ...toBox(record, view),
              words: isPromise(record) ? 'this promise' : 'this report',
              href: null,
            }}
            links={overlaps.map((link) => toOverlap(link, view))}
            label="This record and those it is, or may be, part of; the list below says the same"
          />
          <p className={styles.key}>
            Arrows run from the part to the whole; a broken line means that nobody can be sure.
          </p>
          <LinkList slug={slug} links={overlaps} known={known} />
        </>
      )}
      {others.length > 0 && (
        <>
          {overlaps.length > 0 && <h3 className={styles.subhead}>Other links</h3>}
          <LinkList slug={slug} links={others} known={known} />
        </>
      )}
    </>
  );
}

function LinkList({
  slug,
  links,
  known,
}: {
  slug: string;
  links: CountLinkFragment[];
  known: string | null;
}) {
  return (
    <ul className={styles.links}>
      {links.map((link) => (
        <LinkItem
          key={`${link.from.slug} ${link.relation} ${link.to.slug}`}
          slug={slug}
          link={link}
          known={known}
        />
      ))}
    </ul>
  );
}

function LinkItem({ slug, link, known }: { slug: string; link: CountLinkFragment; known: string | null }) {
  const { before, other, after } = writeLink(slug, link);
  return (
    <li>
      {before} <Link href={addressOf(countPath(other), { known })}>{other.title}</Link> {after}
      {other.quantity && <span className="muted"> ({formatCount(other)})</span>}
      <small>
        {basisWords[link.basis]}
        {link.source && (
          <>
            : <Link href={addressOf(`/sources/${link.source.slug}`, { known })}>{link.source.publisher}</Link>
          </>
        )}
        {link.note && <> · {link.note}</>}
      </small>
    </li>
  );
}

function toOverlap(
  link: OverlapLink['relation'] extends infer R ? CountLinkFragment & { relation: R } : never,
  view: View,
): OverlapLink {
  return {
    from: toBox(link.from, view),
    to: toBox(link.to, view),
    relation: link.relation as OverlapLink['relation'],
  };
}

function toBox(count: LinkedCountFragment | CountRecordFragment, { known, release }: View): GraphBox {
  const channel = count.program?.name ?? count.providers.map(({ name }) => name).join(', ');
  return {
    id: count.slug,
    figure: count.quantity ? formatQuantity(count) : 'No number',
    words: count.quantity && count.unit !== 'PEOPLE' ? `${channel}, ${formatUnit(count)}` : channel,
    href: withRelease(addressOf(countPath(count), { known }), release),
    tone: isPromise(count) ? 'commitment' : 'report',
  };
}

function isPromise(count: { __typename: string }): boolean {
  return count.__typename === 'Commitment';
}
