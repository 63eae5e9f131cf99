import { crc32 } from 'node:zlib';
import { type CountInput, quantityOf, toDayNumber } from '@muster/schema/rules';

export interface Figure {
  slug: string;
  title: string;
  low: number;
  high: number;
  statedOn: string | null;
  /** Codes in order, joined. */
  providers: string;
}

const NEAR_DAYS = 31;
const SIMILAR = 0.6;
/** Of one provider and quantity; more are not compared. */
const MOST_COMPARED = 20;
const MOST_TOLD = 3;

export function toFigure({ slug, title, providers, statedOn, claims }: CountInput): Figure | null {
  const quantity = quantityOf(claims);
  if (quantity === null) return null;
  return {
    slug,
    title,
    ...quantity,
    statedOn: statedOn?.date ?? null,
    providers: [...providers].sort().join(' '),
  };
}

/** Figures met so far, by kind, provider and quantity. */
export class Lookalikes {
  private readonly met = new Map<string, Figure[]>();

  /** Slugs of those that look like this one: near in time, or with a similar title. */
  find(kind: string, figure: Figure): string[] {
    const others = this.met.get(keyOf(kind, figure)) ?? [];
    return others
      .filter((other) => isAlike(figure, other))
      .map(({ slug }) => slug)
      .slice(0, MOST_TOLD);
  }

  add(kind: string, figure: Figure): void {
    const key = keyOf(kind, figure);
    const others = this.met.get(key);
    if (!others) this.met.set(key, [figure]);
    else if (others.length < MOST_COMPARED && others.every(({ slug }) => slug !== figure.slug))
      others.push(figure);
  }
}

/** Where in a file the figures stand that may look like others: a few bytes for each, whatever they say. */
export class LookalikePlaces {
  private readonly met = new Map<number, number | number[]>();

  /** Rows whose figures are probably of the same kind, providers and quantity. */
  find(kind: string, figure: Figure): number[] {
    const found = this.met.get(crc32(keyOf(kind, figure))) ?? [];
    return typeof found === 'number' ? [found] : found;
  }

  add(kind: string, figure: Figure, position: number): void {
    const others = this.find(kind, figure);
    if (others.length >= MOST_COMPARED) return;
    this.met.set(crc32(keyOf(kind, figure)), others.length === 0 ? position : [...others, position]);
  }
}

function keyOf(kind: string, { providers, low, high }: Figure): string {
  return `${kind} ${providers} ${low} ${high}`;
}

function isAlike(one: Figure, other: Figure): boolean {
  if (one.slug === other.slug) return false;
  if (one.statedOn !== null && other.statedOn !== null) {
    if (Math.abs(toDayNumber(one.statedOn) - toDayNumber(other.statedOn)) <= NEAR_DAYS) return true;
  }
  return likenessOf(one.title, other.title) >= SIMILAR;
}

/** Jaccard index of the titles' trigrams, 0 to 1. */
export function likenessOf(one: string, other: string): number {
  const [first, second] = [trigramsOf(one), trigramsOf(other)];
  let shared = 0;
  for (const trigram of first) if (second.has(trigram)) shared++;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}

function trigramsOf(title: string): Set<string> {
  const text = ` ${title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const trigrams = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i++) trigrams.add(text.slice(i, i + 3));
  return trigrams;
}
