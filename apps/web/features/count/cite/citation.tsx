import type { ReactNode } from 'react';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { addressOf, countPath } from '@/text/index.ts';
import { CopyButton } from '@/ui/copy-button.tsx';
import { FileLink } from '@/ui/link.tsx';
import { writeBibtex } from './bibtex.ts';
import styles from './citation.module.css';
import { makeCsl, writeCitation } from './csl.ts';
import { findCitationFacts } from './find-citation.ts';

interface CitationProps {
  record: CountRecordFragment;
  /** The day as of which the record is read. */
  at: string;
  today: string;
}

/** How to cite a record, as text, BibTeX and CSL-JSON: its version, the day it is read as of, and an address that repeats this view. */
export async function Citation({ record, at, today }: CitationProps) {
  const facts = await findCitationFacts(record, at, today);
  const item = makeCsl(facts);
  const file = (ending: string) => addressOf(`${countPath(record)}/citation.${ending}`, { known: at });
  const text = [writeCitation(facts), facts.permalink].join(' ');
  return (
    <>
      <Form name="Text" text={facts.licence ? `${text}. ${facts.licence}.` : text} isOpen>
        <p className={styles.text}>
          {writeCitation(facts)} <a href={facts.permalink}>{facts.permalink}</a>
          {facts.licence && `. ${facts.licence}.`}
        </p>
      </Form>
      <Form name="BibTeX" text={writeBibtex(item)} file={file('bib')} />
      <Form name="CSL-JSON" text={JSON.stringify([item], null, 2)} file={file('json')} />
      <small>The address keeps that day: records that became known later are left out.</small>
    </>
  );
}

interface FormProps {
  name: string;
  /** What is copied, and shown where there are no children. */
  text: string;
  file?: string;
  isOpen?: boolean;
  children?: ReactNode;
}

function Form({ name, text, file, isOpen = false, children }: FormProps) {
  return (
    <details className={styles.form} open={isOpen}>
      <summary>{name}</summary>
      {children ?? <pre className={styles.code}>{text}</pre>}
      <p className={styles.actions}>
        <CopyButton text={text} what={`the citation as ${name}`} />
        {file && <FileLink href={file}>{name} as a file</FileLink>}
      </p>
    </details>
  );
}
