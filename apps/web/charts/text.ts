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
  const words = measureWords(text, size);
  let lines = fillLines(words, size, width);
  for (let narrower = width - size; narrower > size; narrower -= size / 2) {
    const tried = fillLines(words, size, narrower);
    if (tried.length > lines.length || tried.some((line) => line.width > width)) break;
    lines = tried;
  }
  return lines.map((line) => line.text);
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
    const fitted = fillLines(measureWords(shorter, size), size, width);
    if (fitted.length <= most) return fitted.map((line) => line.text);
  }
  return lines.slice(0, most);
}

/** A word or a line, and how wide it is. */
interface Measured {
  text: string;
  width: number;
}

function measureWords(text: string, size: number): Measured[] {
  return text.split(' ').map((word) => ({ text: word, width: measureText(word, size) }));
}

/** Words on a line until the next would make it wider than `width`; a longer word stays whole. */
function fillLines(words: Measured[], size: number, width: number): Measured[] {
  const space = measureText(' ', size);
  const lines: Measured[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last && last.width + space + word.width <= width) {
      lines[lines.length - 1] = {
        text: `${last.text} ${word.text}`,
        width: last.width + space + word.width,
      };
    } else lines.push(word);
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
