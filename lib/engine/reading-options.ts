/**
 * What becomes of the text that a PDF page already holds. `auto`: it is taken where it is good, page by page;
 * `force`: always taken where there is any; `off`: every page is read from its picture.
 */
export const textLayerModes = ['auto', 'force', 'off'] as const;
export type TextLayerMode = (typeof textLayerModes)[number];

export type ReadingOptions = {
  /** Codes of the text's languages, or `auto`; none means English. */
  languages?: readonly string[];
  /** `auto` unless told. */
  textLayer?: TextLayerMode;
  /** Opens an encrypted PDF. */
  password?: string;
};

/** The steps of reading a page, in their order. */
export type ReadingStep = 'open' | 'find' | 'read' | 'arrange';

/**
 * `percent` (0 to 100, whole) is that of the whole page and never falls. `pixels` is the size of the opened
 * page, told once.
 */
export type ReadingProgress = { step: ReadingStep; percent: number; pixels?: number };
