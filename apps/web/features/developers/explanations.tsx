import { CodeBlock } from '@/ui/code-block.tsx';
import { FileLink, Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './developers.module.css';

export function Asking({ endpoint }: { endpoint: string }) {
  return (
    <Section id="ask" title="How to ask">
      <div className={styles.words}>
        <CodeBlock label="The address of the API">{endpoint}</CodeBlock>
        <p>
          By <strong>POST</strong>, send JSON with <code>query</code> and, where the question has any,{' '}
          <code>variables</code> and <code>operationName</code>, as{' '}
          <code>content-type: application/json</code>. A body may have up to 1 MB.
        </p>
        <p>
          By <strong>GET</strong>, put <code>query</code> and <code>variables</code> (as JSON) into the
          address and send the header <code>apollo-require-preflight: 1</code>: it tells that no foreign page
          made a browser ask. A browser that opens the address is sent to the query page.
        </p>
        <p>
          Apollo Client, urql and Relay work as they are; where they ask by GET, have them send that header. A
          question may also go by its hash (automatic persisted queries): shorter addresses, and caches in
          between can answer. The same question asked again with the <code>etag</code> of its answer as{' '}
          <code>if-none-match</code> is answered with 304 and no body while the records stay as they are.
        </p>
      </div>
    </Section>
  );
}

export function Times() {
  return (
    <Section id="time" title="Days and releases">
      <div className={styles.words}>
        <p>
          <code>knownOn</code> is an argument of totals, series, breakdowns, records and lists: a day,{' '}
          <code>YYYY-MM-DD</code>. The answer then holds only what the public could know on that day; left
          out, it is today. The same day gives the same records again, but for corrections, which{' '}
          <Link href="/changes">Changes</Link> lists.
        </p>
        <p>
          A <Link href="/data#releases">release</Link> is a dated copy of all records that never changes.{' '}
          <code>release=</code> and its name in the address of the API, of a page or of a file put the
          question to that copy, corrections set aside. <code>dataset</code> tells the name of each in{' '}
          <code>releases</code>.
        </p>
      </div>
    </Section>
  );
}

export function Numbers() {
  return (
    <Section id="numbers" title="Ranges and null">
      <div className={styles.words}>
        <p>
          A total is a range of people: <code>low</code> is the fewest and <code>high</code> the most distinct
          people consistent with the record, for promises may contain one another. Nobody can say where
          between them the truth lies, so do not take the middle, and do not add ranges: ask for the total
          instead. <Link href="/methodology">Methodology</Link> has the rules.
        </p>
        <p>
          Null means that the record is silent, never zero. A commitment without a number has the{' '}
          <code>quantity</code> null and is listed in <code>excluded</code> with the reason{' '}
          <code>NO_QUANTITY</code>. <code>unit</code> tells people, places and courses apart; places are read
          as people only where <code>assumptions</code> say <code>placesAsPeople: true</code>. A date has a{' '}
          <code>precision</code>: of a month or a year, <code>date</code> is the first day.
        </p>
      </div>
    </Section>
  );
}

export function Lists() {
  return (
    <Section id="lists" title="Lists">
      <div className={styles.words}>
        <p>
          A list gives 50 records unless <code>first</code> asks for another number, up to 500.{' '}
          <code>totalCount</code> tells how many there are. For the next page give{' '}
          <code>pageInfo.endCursor</code> as <code>after</code>, as long as <code>hasNextPage</code> is true;{' '}
          <code>last</code> and <code>before</code> go the other way. A cursor belongs to its list and its
          order: keep <code>filter</code>, <code>orderBy</code> and <code>knownOn</code> while you page.
        </p>
      </div>
    </Section>
  );
}

export function Files() {
  return (
    <Section id="files" title="Files and feeds">
      <div className={styles.words}>
        <p>
          A page’s address with <code>.csv</code> or <code>.json</code> is what the page shows, as a file:{' '}
          <FileLink href="/commitments.csv">/commitments.csv</FileLink>,{' '}
          <FileLink href="/countries/SLB.json">/countries/SLB.json</FileLink>. Filters, the day (
          <code>known=</code>) and the release go with it, and <code>.metadata.json</code> describes the
          columns. <Link href="/data">Data</Link> lists every file with its columns and the licence.
        </p>
        <p>
          What changes can be followed as <FileLink href="/changes.atom">Atom</FileLink> and{' '}
          <FileLink href="/changes.json">JSON Feed</FileLink>, of the site or of{' '}
          <Link href="/data#feeds">a country or a commitment</Link>. A release has files of its own with their
          checksums, on its page.
        </p>
      </div>
    </Section>
  );
}
