import { findPermalink } from '@/api/permalink.ts';
import { FileLink, Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './developers.module.css';
import { ErrorsTable } from './errors-table.tsx';
import { exampleAddress, examples } from './examples.ts';
import { Asking, Files, Lists, Numbers, Times } from './explanations.tsx';
import { SnippetList } from './snippet-list.tsx';
import { writeSnippets } from './snippets.ts';

const parts = [
  ['ask', 'How to ask'],
  ['time', 'Days and releases'],
  ['numbers', 'Ranges and null'],
  ['lists', 'Lists'],
  ['errors', 'Errors'],
  ['files', 'Files and feeds'],
  ['code', 'Code to copy'],
] as const;

/** The API in plain words, and code to copy. */
export async function DevelopersPage() {
  const graphql = await findPermalink('/graphql');
  const commitments = await findPermalink('/commitments.csv');
  return (
    <>
      <PageHeader
        title="Developers"
        dek="Every number of this site comes from one API. Anyone may ask it, without a key: in GraphQL, or for a file."
      />
      <nav aria-label="On this page">
        <ul className={styles.contents}>
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="try" title="Try it">
        <div className={styles.words}>
          <p>
            On the <Link href="/developers/query">query page</Link> a question can be written and run; it
            knows the schema and completes what is typed. Questions to start from:
          </p>
          <ul className={styles.list}>
            {examples.map(({ name, title, words }) => (
              <li key={name}>
                <Link href={exampleAddress(name)}>{title}</Link>
                <small>{words}</small>
              </li>
            ))}
          </ul>
          <p>
            The <FileLink href="/schema.graphql">schema</FileLink> says of each type, field and argument what
            it holds, in which unit, and what null means.
          </p>
        </div>
      </Section>
      <Asking endpoint={graphql} />
      <Times />
      <Numbers />
      <Lists />
      <Section id="errors" title="Errors">
        <div className={styles.words}>
          <p>
            What fails is told in <code>errors</code>, each with a <code>message</code> for people and a code
            for programs in <code>extensions.code</code>. A reply may have the status 200 and errors all the
            same: look at <code>errors</code> first. Every reply has an <code>x-request-id</code>, which
            errors repeat.
          </p>
        </div>
        <ErrorsTable />
      </Section>
      <Files />
      <Section id="code" title="Code to copy">
        <SnippetList snippets={writeSnippets({ graphql, commitments })} />
      </Section>
    </>
  );
}
