import { describe, expect, it } from 'vitest';
import { denseLines } from './make-bench-pages.ts';

describe('denseLines', () => {
  it('fills each page with lines that fit onto it, and no line stands on two pages at one place', () => {
    const pages = Array.from({ length: 7 }, (_, page) => denseLines(page));
    for (const lines of pages) {
      expect(Math.min(...lines.map((line) => line.length))).toBeGreaterThan(40);
      // A4 less its margins holds about 105 characters of Helvetica in 10 points.
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(105);
    }
    expect(new Set(pages.map(([first]) => first)).size).toBe(pages.length);
  });
});
