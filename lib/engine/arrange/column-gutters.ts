import type { Gutter } from './find-gutters.ts';
import { widthOf } from './placed-line.ts';
import type { Block } from './stack-lines.ts';

const SLACK = 4;

/**
 * The gutters between columns of prose: the white stripes with prose at both sides, and what is left between two
 * blocks of prose. Other stripes run through tables.
 */
export function columnGutters(prose: readonly Block[], stripes: readonly Gutter[]): Gutter[] {
  return [...stripes.filter((stripe) => partsProse(stripe, prose)), ...betweenBlocks(prose)];
}

function partsProse(stripe: Gutter, prose: readonly Block[]): boolean {
  const beside = prose.filter(
    ({ top, bottom }) => Math.min(bottom, stripe.bottom) > Math.max(top, stripe.top),
  );
  const reach = widthOf(stripe);
  return (
    beside.some(({ right }) => Math.abs(right - stripe.left) < reach) &&
    beside.some(({ left }) => Math.abs(left - stripe.right) < reach)
  );
}

function betweenBlocks(prose: readonly Block[]): Gutter[] {
  return prose.flatMap((left) =>
    prose
      .filter((right) => left.right < right.left + SLACK)
      .filter((right) => Math.min(left.bottom, right.bottom) > Math.max(left.top, right.top))
      .map((right) => ({
        left: left.right,
        right: right.left,
        top: Math.min(left.top, right.top),
        bottom: Math.max(left.bottom, right.bottom),
      })),
  );
}
