/** How long a task may take: `baseMs` until its page is open, `perMegapixelMs` more for each opened megapixel. */
export type TimeLimits = { baseMs: number; perMegapixelMs: number };

// Opening and drawing take up to 3 s of a free core (100 megapixels), reading about 0.45 s a megapixel of dense
// text. Twenty times that allows for slow machines that are shared: 68 s for a receipt, 130 s for A4 at 300 dpi.
export const usualTimeLimits: TimeLimits = { baseMs: 60_000, perMegapixelMs: 8_000 };

export function timeLimitMs({ baseMs, perMegapixelMs }: TimeLimits, pixels: number): number {
  return baseMs + (perMegapixelMs * pixels) / 1e6;
}
