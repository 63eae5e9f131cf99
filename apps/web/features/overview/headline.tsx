import type { Piece } from './sentences.ts';

/** A sentence with its numbers in the colour of what they tell of. */
export function Headline({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, tone }) =>
    tone ? (
      <span key={text} className={`${tone} nowrap`}>
        {text}
      </span>
    ) : (
      text
    ),
  );
}
