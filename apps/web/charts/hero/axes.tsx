import { formatNumber } from '@/text/index.ts';
import type { Frame } from './frame.ts';

export function Axes({ frame }: { frame: Frame }) {
  const { plot, x, y } = frame;
  const top = frame.yTicks.at(-1);
  return (
    <g data-part="axes" fill="var(--muted)" fontSize={frame.font - 0.5}>
      {frame.yTicks.map((tick) => (
        <g key={tick}>
          {tick > 0 && <line x1={plot.left} x2={plot.right} y1={y(tick)} y2={y(tick)} stroke="var(--hair)" />}
          <text x={plot.left} y={y(tick) - 5}>
            {formatNumber(tick)}
            {tick === top && ' people'}
          </text>
        </g>
      ))}
      {frame.years.map(({ iso, label }, index) => (
        <g key={iso}>
          <line x1={x(iso)} x2={x(iso)} y1={plot.bottom} y2={plot.bottom + 4} stroke="var(--edge)" />
          <text x={x(iso)} y={plot.bottom + 30} textAnchor={index === 0 ? 'start' : 'middle'}>
            {label}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke="var(--ink)" />
    </g>
  );
}
