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

/** A text whose ranges are not broken over lines. */
export function Unbroken({ text }: { text: string }) {
  return text.split(/([\d,]+–[\d,]+)/).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      <span key={index} className="nowrap">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
