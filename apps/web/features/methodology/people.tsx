import { formatNumber, formatRange } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Example, Parts } from './example.tsx';
import type { Examples } from './examples.ts';
import styles from './methodology.module.css';

export function Countries({ examples: { shared } }: { examples: Examples }) {
  const [first] = shared?.rows ?? [];
  return (
    <>
      <p>
        A total over several countries is <b>never divided</b> among them. A country’s low counts what names
        it alone, or gives it a share of its own. Its high adds every shared or group count that could include
        it; what is for nobody by name may be any country’s, and is told beside the range. Groups have the
        members of the day on which the promise was stated. Because one shared count stands in the high of
        many countries, their numbers must not be added up.
      </p>
      {shared && first && (
        <Example
          shownBy={[
            {
              view: shared.view(first.country.iso3),
              words: `the report as ${first.country.name} may see it`,
            },
          ]}
        >
          <Parts
            parts={[
              { quantity: shared.report.quantity, count: { ...shared.report, __typename: 'ReportedTotal' } },
            ]}
          />
          <p>
            The report is for {formatNumber(shared.rows.length)} countries and gives none of them a share. For
            each it is:
          </p>
          <ul className={styles.countries}>
            {shared.rows.map(({ country, reported }) => (
              <li key={country.iso3}>
                <Link href={`/countries/${country.iso3}`}>{country.name}</Link>{' '}
                <span className="report nowrap">{formatRange(reported)}</span>
              </li>
            ))}
          </ul>
        </Example>
      )}
    </>
  );
}

export function Voices({ examples: { judged } }: { examples: Examples }) {
  const [record] = judged.toSorted(
    (a, b) => b.claims.length - b.witnessCount - (a.claims.length - a.witnessCount),
  );
  return (
    <>
      <p>
        Every number carries the source that gives it, its date, and the words that hold it. Who speaks is
        told apart everywhere: the <b>provider</b> itself, a <b>recipient</b>, somebody <b>independent</b> of
        both, or media that do not name who says so.
      </p>
      <p>
        Ten pages that print one agency’s dispatch are one <b>witness</b>, not ten. Sources that share an
        origin are counted once.
      </p>
      {record && record.claims.length > 1 && (
        <div className={styles.example}>
          <p className={styles.label}>From the record, computed now</p>
          <p>
            <Link href={`/commitments/${record.slug}`}>{record.title}</Link>:{' '}
            {formatNumber(record.claims.length)} tellings, {formatNumber(record.witnessCount)}{' '}
            {record.witnessCount === 1 ? 'witness' : 'witnesses'}.
          </p>
        </div>
      )}
    </>
  );
}

export function Trackability({ examples: { judged } }: { examples: Examples }) {
  return (
    <>
      <p>
        Some promises can be followed and some cannot. One point each, from 0 to 5, for: a number; people as
        the unit, with all tellings giving the same number; a window with both ends; recipients named country
        by country; and a voice other than the provider’s. The score tells how the promise was made, not
        whether it is kept.
      </p>
      {judged.length > 0 && (
        <div className={styles.example}>
          <p className={styles.label}>From the record, computed now</p>
          <ul className={styles.parts}>
            {judged.map(({ slug, title, trackability }) => (
              <li key={slug}>
                <span className="nowrap">{trackability.score} of 5</span>
                <Link href={`/commitments/${slug}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
