import { findPermalink } from '@/api/permalink.ts';
import { findAskedRelease } from '@/api/release.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { CodeBlock } from '@/ui/code-block.tsx';
import { Link } from '@/ui/link.tsx';
import { Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './developers.module.css';
import { exampleAddress, examples } from './examples.ts';
import { QueryEditor } from './query-editor.tsx';
import type { QueryView } from './query-view.ts';
import { SnippetList } from './snippet-list.tsx';
import { writeCurl } from './snippets.ts';

/** A page to try questions on, and the same questions for a terminal. */
export async function QueryPage({ view }: { view: QueryView }) {
  const { example, query, variables, refused } = view;
  const endpoint = await findPermalink('/graphql');
  const release = (await findAskedRelease())?.name ?? null;
  return (
    <>
      <PageHeader
        kicker={<Breadcrumbs trail={[{ label: 'Developers', path: '/developers' }]} known={null} />}
        title="Ask the API"
        dek="Choose an example or write a question of your own, and run it. The page’s address holds the question, so it can be passed on."
      />
      <Refusals sentences={refused} />
      <nav aria-label="Examples">
        <ul className={styles.examples}>
          {examples.map(({ name, title }) => (
            <li key={name}>
              <Link
                href={exampleAddress(name)}
                scroll={false}
                aria-current={name === example?.name ? 'page' : undefined}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className={styles.asked}>{example ? example.words : 'The question of the address.'}</p>
      <noscript>
        <Notice>
          The editor needs script. The same question can be asked in a terminal, as the examples below.
        </Notice>
        {!example && (
          <CodeBlock label="The question of the address">{writeCurl(endpoint, query, variables)}</CodeBlock>
        )}
      </noscript>
      <QueryEditor query={query} variables={variables} release={release} />
      <Section id="terminal" title="The examples in a terminal">
        <SnippetList snippets={examples.map((it) => ({ ...it, code: writeCurl(endpoint, it.query) }))} />
      </Section>
    </>
  );
}
