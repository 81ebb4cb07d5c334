import type { ExtractionLine } from '#lib/contracts/index.ts';

/** [x0, y0, x1, y1] in pixels of the upright page. */
export type Box = NonNullable<ExtractionLine['box']>;

/** A line by its id, or one word of it by its place in `line.words`, from 0. */
export type WordPlace = { line: string; word?: number };
