/**
 * Breaks words into at most `maxLines` lines of `units` (a Latin letter is one, a CJK sign two); what does not fit ends in
 * an ellipsis.
 */
export function wrapWords(text: string, units: number, maxLines: number): string[] {
  const lines: string[] = [''];
  for (const piece of text.trim().split(/(?<=\s)|(?=[\u3040-\u9fff])/u)) {
    const line = lines.at(-1) ?? '';
    if (line && measure(line + piece.trimEnd()) > units) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  const trimmed = lines.map((line) => line.trim());
  const kept = trimmed.slice(0, maxLines);
  const isCut = trimmed.length > maxLines;
  return kept.map((line, i) => cut(line, units, isCut && i === maxLines - 1));
}

function cut(line: string, units: number, mustMark: boolean): string {
  if (!mustMark && measure(line) <= units) return line;
  let kept = line;
  while (measure(kept) > units - 1) kept = kept.slice(0, -1);
  return `${kept.replace(/[\s,.;:(–-]+$/u, '')}…`;
}

function measure(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);
}
