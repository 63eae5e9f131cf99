import { type ReactNode, useId } from 'react';
import styles from './box-graph.module.css';
import {
  type BoxGraph,
  layOutNarrow,
  layOutWide,
  type PlacedArrow,
  type PlacedBox,
  type PlacedGraph,
} from './layout.ts';

export interface BoxGraphProps {
  graph: BoxGraph;
  /** What the graph shows, in a sentence. */
  label: string;
}

/** A record between its neighbours, once in columns and once in a single column for narrow screens. */
export function BoxGraphPicture({ graph, label }: BoxGraphProps) {
  return (
    <>
      <Picture graph={layOutWide(graph)} label={label} className={styles.wide} />
      <Picture graph={layOutNarrow(graph)} label={label} className={styles.narrow} />
    </>
  );
}

function Picture({
  graph,
  label,
  className,
}: {
  graph: PlacedGraph;
  label: string;
  className: string | undefined;
}) {
  const head = useId();
  const { width, height } = graph;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG cannot be a fieldset; its boxes are links, so it is no image
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      className={className}
      style={{ maxWidth: width }}
    >
      <defs>
        <marker
          id={head}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0L8 4L0 8" fill="none" stroke="var(--ink)" strokeWidth="1.2" />
        </marker>
      </defs>
      {graph.arrows.map((arrow) => (
        <Arrow key={arrow.id} arrow={arrow} head={head} />
      ))}
      {graph.boxes.map((box) => (
        <Box key={box.id} box={box} />
      ))}
    </svg>
  );
}

function Arrow({ arrow, head }: { arrow: PlacedArrow; head: string }) {
  return (
    <g>
      <path
        d={arrow.path}
        data-certainty={arrow.certainty}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.2"
        strokeDasharray={arrow.certainty === 'may' ? '4 4' : undefined}
        markerEnd={`url(#${head})`}
        markerStart={arrow.isMutual ? `url(#${head})` : undefined}
      />
      <text x={arrow.labelX} y={arrow.labelY} textAnchor={arrow.labelAnchor} className={styles.arrow}>
        {arrow.label}
      </text>
    </g>
  );
}

function Box({ box }: { box: PlacedBox }) {
  const drawn = (
    <>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        data-tone={box.tone}
        className={styles.box}
        strokeWidth={box.isCentre ? 2.6 : 1.4}
      />
      <BoxWords box={box} />
    </>
  );
  return <BoxLink href={box.href}>{drawn}</BoxLink>;
}

function BoxWords({ box }: { box: PlacedBox }) {
  const x = box.x + 14;
  const first = box.y + (box.figure ? 54 : 26);
  return (
    <>
      {box.figure && (
        <text x={x} y={box.y + 31} className={styles.figure}>
          {box.figure}
        </text>
      )}
      {box.lines.map((line, i) => (
        <text key={line} x={x} y={first + i * 18} className={box.figure ? styles.words : styles.plain}>
          {line}
        </text>
      ))}
    </>
  );
}

function BoxLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return <g>{children}</g>;
  return (
    <a href={href} className={styles.link}>
      {children}
    </a>
  );
}
