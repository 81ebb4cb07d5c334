import type { Box, QuarterTurns } from './page-reading.ts';

/**
 * What becomes of the text that a PDF page already holds. `auto`: it is taken where it is good, page by page;
 * `force`: always taken where there is any; `off`: every page is read from its picture.
 */
export const textLayerModes = ['auto', 'force', 'off'] as const;
export type TextLayerMode = (typeof textLayerModes)[number];

/**
 * A part of the page, in pixels of the upright page as its reading tells them. `turned` is that of the reading too;
 * without it the whole page is looked at to find out.
 */
export type Region = { box: Box; turned?: QuarterTurns };

export type ReadingOptions = {
  /** Codes of the text's languages, or `auto`; none means English. */
  languages?: readonly string[];
  /** `auto` unless told. */
  textLayer?: TextLayerMode;
  /** Opens an encrypted PDF. */
  password?: string;
  /** Only this part is read, from the picture; the rest of the page answers nothing. */
  region?: Region;
};

/** The steps of reading a page, in their order. */
export type ReadingStep = 'open' | 'find' | 'read' | 'arrange';

/**
 * `percent` (0 to 100, whole) is that of the whole page and never falls. `pixels` is the size of the opened
 * page, told once.
 */
export type ReadingProgress = { step: ReadingStep; percent: number; pixels?: number };
