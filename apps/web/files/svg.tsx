import type { ReactElement, ReactNode } from 'react';
import { KeyDrawing, keyWidth } from '@/charts/key.tsx';
import { measureText, wrapText } from '@/charts/text.ts';
import type { Variant } from '@/charts/variant.ts';
import { variantWidths } from '@/charts/variant.ts';
import { countOf, formatDay } from '@/text/index.ts';
import { fixRoles, type Theme } from './colours.ts';
import type { Provenance } from './provenance.ts';
import type { ViewFile } from './view-file.ts';

export interface SvgFile {
  svg: string;
  width: number;
  height: number;
}

const pad = 32;
const gap = 16;
const smallSize = 12.5;

/** A part of the sheet; parts stand one under the other. */
interface Block {
  height: number;
  content: ReactNode;
}

/** A view's chart as a picture that stands alone: title, words, drawing, key, notes, and where it is from. */
export async function writeSvg(
  view: ViewFile,
  provenance: Provenance,
  theme: Theme = 'light',
): Promise<SvgFile> {
  const drawing = requireDrawing(view, 'wide');
  const inner = variantWidths.wide;
  const keys = placeKeys(view.key, inner);
  const wrap = (text: string, size: number, widest = inner) => wrapText(text, size, widest);
  const notes = [...view.notes, `as known on ${formatDay(view.knownOn)}`].join(' · ');
  const blocks: Block[] = [
    writeBlock(wrap(view.title, 30), { size: 30, step: 1.2, family: 'var(--serif)' }),
    writeBlock(wrap(view.summary, 15, 900), { size: 15, step: 1.45 }),
    { height: drawing.height, content: drawing.svg },
    { height: keys.rows * 22, content: <Keys placed={keys.items} /> },
    writeBlock(wrap(notes, smallSize), { size: smallSize, step: 1.5, fill: 'var(--muted)' }),
    writeBlock(wrap(writeFrom(view, provenance), smallSize), {
      size: smallSize,
      step: 1.5,
      fill: 'var(--muted)',
    }),
  ];
  let y = pad;
  const placed = blocks
    .filter(({ height }) => height > 0)
    .map(({ height, content }) => {
      const at = y;
      y += height + gap;
      return (
        <g key={at} transform={`translate(${pad} ${at})`}>
          {content}
        </g>
      );
    });
  const [width, height] = [inner + 2 * pad, Math.ceil(y - gap + pad)];
  return finish(
    <Sheet view={view} provenance={provenance} width={width} height={height}>
      {placed}
    </Sheet>,
    width,
    height,
    theme,
  );
}

/** The picture shown where a link to the page is shared, 1200 × 630. */
export async function writeCard(view: ViewFile, provenance: Provenance): Promise<SvgFile> {
  const [width, height, column, edge] = [1200, 630, 400, 44];
  const drawing = requireDrawing(view, 'medium');
  const title = writeBlock(wrapText(view.title, 38, column).slice(0, 5), {
    size: 38,
    step: 1.16,
    family: 'var(--serif)',
  });
  const room = Math.max(0, Math.floor((height - 180 - title.height) / 29));
  const summary = writeBlock(fit(wrapText(view.summary, 20, column), room), {
    size: 20,
    step: 1.45,
    fill: 'var(--muted)',
  });
  const scale = Math.min((width - column - 3 * edge) / drawing.width, (height - 130) / drawing.height);
  const [left, top] = [width - edge - drawing.width * scale, (height - drawing.height * scale) / 2 - 8];
  return finish(
    <Sheet view={view} provenance={provenance} width={width} height={height}>
      <rect width={width} height="10" fill="var(--ink)" />
      <g transform={`translate(${edge} 56)`}>{title.content}</g>
      <g transform={`translate(${edge} ${56 + title.height + 20})`}>{summary.content}</g>
      <g transform={`translate(${left} ${top}) scale(${scale})`}>{drawing.svg}</g>
      <text x={edge} y={height - 36} fontSize="24" fontFamily="var(--serif)">
        Muster
      </text>
      <text x={width - edge} y={height - 36} fontSize="16" fill="var(--muted)" textAnchor="end">
        as known on {formatDay(view.knownOn)}
      </text>
    </Sheet>,
    width,
    height,
    'light',
  );
}

/** As many lines as there is room for; what is cut says so. */
function fit(lines: string[], most: number): string[] {
  if (lines.length <= most) return lines;
  return lines.slice(0, most).map((line, i) => (i === most - 1 ? `${line.replace(/[.,;:]$/, '')} …` : line));
}

async function finish(sheet: ReactElement, width: number, height: number, theme: Theme): Promise<SvgFile> {
  // Next.js refuses the static import of this in its server code.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return { svg: fixRoles(renderToStaticMarkup(sheet), theme), width, height };
}

interface SheetProps {
  view: ViewFile;
  provenance: Provenance;
  width: number;
  height: number;
  children: ReactNode;
}

function Sheet({ view, provenance, width, height, children }: SheetProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily="var(--sans)"
      fill="var(--ink)"
    >
      <title>{view.title}</title>
      <desc>{view.summary}</desc>
      <metadata>{JSON.stringify({ ...provenance, known_on: view.knownOn, sources: view.sources })}</metadata>
      <rect width={width} height={height} fill="var(--paper)" />
      {children}
    </svg>
  );
}

interface TextStyle {
  size: number;
  /** Of a line, in sizes. */
  step: number;
  family?: string;
  fill?: string;
}

/** Lines of text whose first begins at the top of the block. */
function writeBlock(lines: string[], { size, step, family, fill }: TextStyle): Block {
  return {
    height: Math.round(lines.length * size * step),
    content: (
      <text fontSize={size} fontFamily={family} fill={fill}>
        {lines.map((line, i) => (
          <tspan key={line} x="0" y={Math.round((size + i * size * step) * 10) / 10}>
            {line}
          </tspan>
        ))}
      </text>
    ),
  };
}

function Keys({ placed }: { placed: ReturnType<typeof placeKeys>['items'] }) {
  return placed.map(({ mark, words, x, row }) => (
    <g key={words} transform={`translate(${x} ${row * 22})`}>
      <KeyDrawing mark={mark} id={`file-key-${mark}`} />
      <text x={keyWidth + 8} y="10.5" fontSize={smallSize}>
        {words}
      </text>
    </g>
  ));
}

function placeKeys(items: ViewFile['key'], width: number) {
  let [x, row] = [0, 0];
  const placed = items.map((item) => {
    const wide = keyWidth + 8 + measureText(item.words, smallSize) + 24;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place = { ...item, x, row };
    x += wide;
    return place;
  });
  return { items: placed, rows: placed.length === 0 ? 0 : row + 1 };
}

function writeFrom({ sources }: ViewFile, { citation, permalink }: Provenance): string {
  return `${citation} Drawn from ${countOf(sources.length, 'source')}, listed at ${permalink}`;
}

function requireDrawing({ draw, page }: ViewFile, variant: Variant) {
  if (!draw) throw new Error(`no chart: ${page}`);
  return draw(variant);
}
