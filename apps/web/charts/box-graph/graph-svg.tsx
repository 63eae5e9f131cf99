import type { ReactNode } from 'react';
import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import type { PlacedArrow, PlacedBox, PlacedGraph } from './layout.ts';

interface GraphSvgProps {
  /** Unlike every other on the page. */
  id: string;
  graph: PlacedGraph;
  words: ChartWords;
}

const tones = { commitment: 'var(--commit)', report: 'var(--report)', plain: 'var(--muted)' };

/** Boxes and the arrows between them. Boxes with an address are links; a broken line may be, a solid one is. */
export function GraphSvg({ id, graph, words }: GraphSvgProps) {
  const { width, height, arrows, boxes } = graph;
  const head = `${id}-head`;
  return (
    <ChartSvg id={id} width={width} height={height} words={words} role="group">
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
      {arrows.map((arrow) => (
        <Arrow key={arrow.id} arrow={arrow} head={head} />
      ))}
      {boxes.map((box) => (
        <Box key={box.id} box={box} />
      ))}
    </ChartSvg>
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
      <text
        x={arrow.labelX}
        y={arrow.labelY}
        textAnchor={arrow.labelAnchor}
        fontSize="13"
        fill="var(--muted)"
      >
        {arrow.label}
      </text>
    </g>
  );
}

function Box({ box }: { box: PlacedBox }) {
  return (
    <BoxLink href={box.href}>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        data-tone={box.tone}
        fill="var(--paper)"
        stroke={tones[box.tone]}
        strokeWidth={box.isCentre ? 2.6 : 1.4}
      />
      <BoxWords box={box} />
    </BoxLink>
  );
}

function BoxWords({ box }: { box: PlacedBox }) {
  const x = box.x + 14;
  const first = box.y + (box.figure ? 54 : 26);
  return (
    <>
      {box.figure && (
        <text x={x} y={box.y + 31} fontSize="19" fontWeight="500">
          {box.figure}
        </text>
      )}
      <text fontSize={box.figure ? 13 : 13.5} fill={box.figure ? 'var(--muted)' : undefined}>
        {box.lines.map((line, i) => (
          <tspan key={line} x={x} y={first + i * 18}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

function BoxLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return <g>{children}</g>;
  return <a href={href}>{children}</a>;
}
