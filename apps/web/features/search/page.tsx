import { addressOf, countOf, formatDay } from '@/text/index.ts';
import { Button, FilterBar, FilterField, FilterInput } from '@/ui/filters.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { findPassage } from './passage.ts';
import { findRecords, mostResults } from './queries.ts';
import { describeResult } from './result.ts';
import { ResultList } from './result-list.tsx';
import styles from './search.module.css';
import { findIgnored, mostTerms, readTerms } from './terms.ts';
import { addressOfSearch, isSearchable, longestText, type SearchView } from './view.ts';

const examples = ['3,000', 'Solomon Islands', 'September 2024'];

const lists = [
  ['/commitments', 'commitments'],
  ['/reported', 'reported totals'],
  ['/events', 'events'],
  ['/sources', 'sources'],
  ['/countries', 'countries'],
] as const;

/** The records that hold what was asked for, best first. */
export function SearchPage({ view }: { view: SearchView }) {
  const { known, refused, text, problem } = view;
  return (
    <>
      <PageHeader
        title="Search"
        dek="Words, a figure, a country or a day; every one of them is found in each result."
      />
      <KnownNotice known={known} refused={refused} path="/search" params={{ q: text }} />
      {problem && <Notice tone="error">{problem}</Notice>}
      <FilterBar action="/search" className={styles.form} aria-label="Search the records">
        <FilterField label="Words, figure, country or day">
          <FilterInput
            type="search"
            name="q"
            className={styles.field}
            defaultValue={text?.slice(0, longestText) ?? ''}
            maxLength={longestText}
            size={40}
          />
        </FilterField>
        {known && <input type="hidden" name="known" value={known} />}
        <Button>Search</Button>
      </FilterBar>
      {isSearchable(text) ? <Results text={text} known={known} /> : <Guide known={known} />}
    </>
  );
}

async function Results({ text, known }: { text: string; known: string | null }) {
  const findings = await findRecords(text, known);
  if (!findings) {
    return (
      <Notice tone="error">
        <span className={styles.asked}>The records cannot be searched for “{text}”.</span>
      </Notice>
    );
  }
  const { found, unknown, namedGroups } = findings;
  const terms = readTerms(text);
  const ignored = findIgnored(text);
  const rows = found.map((record) => {
    const result = describeResult(record, { known, namedGroups });
    return { ...result, passage: findPassage(record, result, terms) };
  });
  return (
    <Section
      id="results"
      title={
        <span className={styles.asked}>
          {writeCount(found.length, found.length + unknown === mostResults)} for “{text}”
        </span>
      }
    >
      {ignored && (
        <Notice>
          <span className={styles.asked}>
            A search looks for {mostTerms} words, figures and dates at most; “{ignored}” was left out.
          </span>
        </Notice>
      )}
      {rows.length > 0 ? <ResultList rows={rows} terms={terms} /> : <Nothing text={text} known={known} />}
      {known && unknown > 0 && (
        <p className={styles.remark}>
          {countOf(unknown, 'more record')} {unknown === 1 ? 'was' : 'were'} not yet known on{' '}
          {formatDay(known)}. <Link href={addressOfSearch(text, null)}>Search the record of today</Link>
        </p>
      )}
    </Section>
  );
}

function writeCount(shown: number, isCut: boolean): string {
  if (shown === 0) return 'Nothing found';
  return isCut ? `The first ${countOf(shown, 'result')}` : countOf(shown, 'result');
}

function Nothing({ text, known }: { text: string; known: string | null }) {
  return (
    <Empty>
      <p className={styles.asked}>No record holds all of “{text}”.</p>
      <p className={styles.advice}>
        Try fewer words, the figure alone, a country’s English name, or a month with its year. Or look through
        all{' '}
        {lists.map(([path, label], i) => (
          <span key={path}>
            {i > 0 && (i < lists.length - 1 ? ', ' : ' or ')}
            <Link href={addressOf(path, { known })}>{label}</Link>
          </span>
        ))}
        .
      </p>
    </Empty>
  );
}

function Guide({ known }: { known: string | null }) {
  return (
    <Section id="guide" title="What can be searched">
      <div className={styles.guide}>
        <p>
          Commitments, reported totals, events, sources, programs, providers, countries and groups: their
          titles and remarks, the words of their sources, the names they point to, their figures and their
          days. Figures may be written 3,000, 3 000 or 3000; days 9 September 2024, September 2024 or
          2024-09-09.
        </p>
        <p>For example:</p>
        <ul>
          {examples.map((text) => (
            <li key={text}>
              <Link href={addressOfSearch(text, known)}>{text}</Link>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
