/** What one engine made of one page; CER is the character error rate. */
export type PageFigures = { wordF1: number; cer: number; cpuSeconds: number };

export type Spread = { median: number; mean: number };
export type Summary = Record<keyof PageFigures, Spread>;

/** Median and mean of each figure over at least one page. */
export function summarise(pages: readonly PageFigures[]): Summary {
  return {
    wordF1: spreadOf(pages.map((page) => page.wordF1)),
    cer: spreadOf(pages.map((page) => page.cer)),
    cpuSeconds: spreadOf(pages.map((page) => page.cpuSeconds)),
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  // Of an even count the two in the middle, of an odd count the one.
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return { median: meanOf(middle), mean: meanOf(sorted) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
