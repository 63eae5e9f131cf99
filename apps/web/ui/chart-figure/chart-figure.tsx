import type { ReactNode } from 'react';
import { KeyDrawing, keyHeight, keyWidth } from '@/charts/key.tsx';
import { variants } from '@/charts/variant.ts';
import type { ViewFile } from '@/files/view-file.ts';
import { countOf } from '@/text/index.ts';
import { Unbroken } from '../figures.tsx';
import styles from './chart-figure.module.css';
import { type Axis, ChartTravel } from './chart-travel.tsx';
import { ViewFiles } from './view-files.tsx';
import { WrittenDrawing } from './written-drawing.tsx';

interface ChartFigureProps {
  id: string;
  view: ViewFile;
  /** What is travelled along: "Travel along the years". */
  travel: string;
  axis?: Axis;
  /** The table behind the chart. */
  table: ReactNode;
  /** Whether the title is written above it; not where a heading of the page says it. */
  hasTitle?: boolean;
}

/** A chart as readers meet it: title, words, drawing, key, table, sources, and its files. */
export function ChartFigure({ id, view, travel, axis = 'x', table, hasTitle = true }: ChartFigureProps) {
  const { draw, title, summary, notes, key, sources } = view;
  if (!draw) return null;
  const pictures = variants.map((name) => {
    const { svg, ...drawing } = draw(name);
    return { name, ...drawing, svg: <WrittenDrawing svg={svg} id={`${id}-${name}`} /> };
  });
  return (
    <figure id={id} className={styles.figure} aria-label={title} data-titled={hasTitle || undefined}>
      {hasTitle && <p className={styles.title}>{title}</p>}
      <p className={styles.summary}>
        <Unbroken text={summary} />
      </p>
      <ChartTravel pictures={pictures} label={travel} axis={axis} />
      <figcaption className={styles.foot}>
        {key.length > 0 && <ChartKey id={id} items={key} />}
        <p>{[...notes, `drawn from ${countOf(sources.length, 'source')}`].join(' · ')}</p>
      </figcaption>
      <details className={styles.table}>
        <summary>The table behind the chart</summary>
        {table}
      </details>
      <ViewFiles view={view} />
    </figure>
  );
}

/** The legend: every mark with its words. */
export function ChartKey({ id, items }: { id: string; items: ViewFile['key'] }) {
  return (
    <ul className={`plain ${styles.keys}`}>
      {items.map(({ mark, words }) => (
        <li key={words}>
          <svg width={keyWidth} height={keyHeight} aria-hidden="true">
            <KeyDrawing mark={mark} id={`${id}-key-${mark}`} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
