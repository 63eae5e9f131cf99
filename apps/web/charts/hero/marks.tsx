import type { EndLabel } from './ends.ts';
import type { Frame } from './frame.ts';
import { type Label, lineHeight } from './labels.ts';
import type { HeroMoment } from './props.ts';

interface MomentMarksProps {
  moments: HeroMoment[];
  labels: Label[];
  frame: Frame;
}

/** Ticks under the axis, and the labels that found a place, each on its stem. */
export function MomentMarks({ moments, labels, frame }: MomentMarksProps) {
  const { bottom } = frame.plot;
  return (
    <g data-part="moments">
      {moments.map(({ id, on, label, detail }) => (
        <line
          key={id}
          x1={frame.x(on)}
          x2={frame.x(on)}
          y1={bottom}
          y2={bottom + 11}
          stroke="var(--ink)"
          strokeWidth="1.5"
        >
          <title>{detail ? `${label}: ${detail}` : label}</title>
        </line>
      ))}
      {labels.map(({ id, stem, side, lines, top }) => (
        <g key={id} data-label={id}>
          <line x1={stem} x2={stem} y1={top} y2={bottom} stroke="var(--muted)" strokeDasharray="2 3" />
          <text textAnchor={side === 'left' ? 'end' : 'start'}>
            {lines.map(({ text, quiet }, index) => (
              <tspan
                key={text}
                x={side === 'left' ? stem - 6 : stem + 6}
                y={top + (index + 1) * lineHeight - 3.5}
                fill={quiet ? 'var(--muted)' : undefined}
              >
                {text}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </g>
  );
}

export function EndTexts({ labels }: { labels: EndLabel[] }) {
  return (
    <g data-part="ends">
      {labels.map(({ id, tone, lines, left, top }) => (
        <text key={id} data-end={id} fill={`var(--${tone})`} fontWeight="500">
          {lines.map(({ text, quiet }, index) => (
            <tspan
              key={text}
              x={left}
              y={top + (index + 1) * lineHeight - 3.5}
              fontWeight={quiet ? 400 : undefined}
            >
              {text}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}
