const shapes: [RegExp, number][] = [
  [/[iljtfI.,:;'’|!() ]/, 0.33],
  [/[mwMW]/, 0.9],
  [/[A-Z]/, 0.7],
  [/[0-9]/, 0.63],
];

/** Of letters that were measured: a third of the time of a page with long titles went into measuring them anew. */
const widths = new Map<string, number>();

/** Width of a text in Inter, in the unit of `size`; never less than what a browser draws. */
export function measureText(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? measureLetter(letter);
  return sum * size;
}

function measureLetter(letter: string): number {
  const width = shapes.find(([shape]) => shape.test(letter))?.[1] ?? 0.59;
  widths.set(letter, width);
  return width;
}

/** The text in as few lines no wider than `width` as it needs, about equally long, broken between words. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines = fillLines(text, size, width);
  for (let narrower = width - size; narrower > size; narrower -= size / 2) {
    const tried = fillLines(text, size, narrower);
    const fits = tried.every((line) => measureText(line, size) <= width);
    if (tried.length > lines.length || !fits) break;
    lines.splice(0, lines.length, ...tried);
  }
  return lines;
}

/** The text in at most `most` lines no wider than `width`; what is cut ends in an ellipsis. */
export function fitText(text: string, size: number, width: number, most: number): string[] {
  const lines = wrapText(text, size, width);
  if (lines.length <= most) return lines;
  const words = text.split(' ');
  for (let kept = words.length - 1; kept > 0; kept -= 1) {
    const shorter = `${words
      .slice(0, kept)
      .join(' ')
      .replace(/[\s,.;:(–-]+$/u, '')}…`;
    const fitted = fillLines(shorter, size, width);
    if (fitted.length <= most) return fitted;
  }
  return lines.slice(0, most);
}

/** Words on a line until the next would make it wider than `width`; a longer word stays whole. */
function fillLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && measureText(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
