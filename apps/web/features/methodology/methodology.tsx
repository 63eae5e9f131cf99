import type { ReactNode } from 'react';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Ranges, Units, WhatCounts } from './counting.tsx';
import type { Examples } from './examples.ts';
import { LeftOut } from './left-out.tsx';
import styles from './methodology.module.css';
import { Countries, Trackability, Voices } from './people.tsx';
import { Due, Gap, KnownOn, ReportedTotals } from './time.tsx';
import { Verdicts } from './verdicts.tsx';

interface Rule {
  /** Anchor that others link to: never renamed. */
  id: string;
  title: string;
  Body: (props: { examples: Examples }) => ReactNode;
}

const rules: Rule[] = [
  { id: 'what-counts', title: 'What counts', Body: WhatCounts },
  { id: 'ranges', title: 'Why totals are ranges', Body: Ranges },
  { id: 'known-on', title: 'As known on a day', Body: KnownOn },
  { id: 'due', title: 'What is due', Body: Due },
  { id: 'reported', title: 'What is reported', Body: ReportedTotals },
  { id: 'gap', title: 'The gap', Body: Gap },
  { id: 'verdicts', title: 'Verdicts and the silence clock', Body: Verdicts },
  { id: 'units', title: 'Places and people', Body: Units },
  { id: 'countries', title: 'Countries and shared totals', Body: Countries },
  { id: 'voices', title: 'Who says so, and witnesses', Body: Voices },
  { id: 'trackability', title: 'Trackability', Body: Trackability },
  { id: 'left-out', title: 'What is left out, and why', Body: LeftOut },
];

/** The rules of counting in plain words, each at work on the record. */
export function MethodologyPage({ examples }: { examples: Examples }) {
  return (
    <>
      <PageHeader
        title="How Muster counts"
        dek="The rules behind every number, in plain words. The examples are no illustrations: their numbers are computed from the record as you read, by the same rules as every other page."
      />
      <nav aria-label="On this page">
        <ol className={styles.contents}>
          {rules.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {rules.map(({ id, title, Body }) => (
        <Section key={id} id={id} title={title}>
          <div className={styles.rules}>
            <Body examples={examples} />
          </div>
        </Section>
      ))}
    </>
  );
}
