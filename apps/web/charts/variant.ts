/** Drawings of one chart: for wide screens and files, for columns and tablets, for phones. */
export type Variant = 'wide' | 'medium' | 'narrow';

export const variants: readonly Variant[] = ['wide', 'medium', 'narrow'];

/** Widths at which each is drawn: about its own width on screen, so that 12 units stay near 12 pixels. */
export const variantWidths: Record<Variant, number> = { wide: 1200, medium: 760, narrow: 344 };
