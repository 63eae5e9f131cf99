import type { GeoContext } from 'd3-geo';

/** Steps of the grid on which outlines are drawn, to a unit of the drawing: whole numbers are short. */
export const gridSteps = 2;

/** Writes projected shapes as a path in steps of the grid, every point told from the one before. */
export class PathWriter implements GeoContext {
  private written = '';
  private ring: [number, number][] = [];

  beginPath(): void {}

  arc(): void {}

  moveTo(x: number, y: number): void {
    this.ring = [toGrid(x, y)];
  }

  lineTo(x: number, y: number): void {
    const [last, next] = [this.ring.at(-1), toGrid(x, y)];
    if (last?.[0] !== next[0] || last[1] !== next[1]) this.ring.push(next);
  }

  closePath(): void {
    const [first, last] = [this.ring[0], this.ring.at(-1)];
    if (first && last && this.ring.length > 1 && first[0] === last[0] && first[1] === last[1])
      this.ring.pop();
    if (this.ring.length > 2) this.written += writeRing(this.ring);
  }

  finish(): string {
    const path = this.written;
    this.written = '';
    return path;
  }
}

function toGrid(x: number, y: number): [number, number] {
  return [Math.round(x * gridSteps), Math.round(y * gridSteps)];
}

function writeRing(ring: [number, number][]): string {
  const steps = ring.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = ring[index] ?? [0, 0];
    return `${glue(x - fromX)}${glue(y - fromY)}`;
  });
  return `M${ring[0]?.join(' ')}l${steps.join('').trimStart()}z`;
}

/** A minus parts numbers as well as a space does. */
function glue(step: number): string {
  return step < 0 ? String(step) : ` ${step}`;
}
