import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { benchKinds, makeBenchPicture } from './make-bench-pages.ts';

describe('makeBenchPicture', { timeout: 30_000 }, () => {
  it('gives the words of each page in the order of its text, and their boxes on the page', async () => {
    for (const kind of benchKinds) {
      const { bytes, text, words } = await makeBenchPicture(kind, 5);
      const { width, height } = await sharp(bytes).metadata();
      expect(words.map((word) => word.text)).toEqual(text.split(/\s+/));
      for (const { box } of words) {
        expect(box[0]).toBeGreaterThan(0);
        expect(box[1]).toBeGreaterThan(0);
        expect(box[2]).toBeLessThan(width);
        expect(box[3]).toBeLessThan(height);
      }
    }
  });

  it('makes the same page of the same seed, and another of another', async () => {
    const [first, again, other] = await Promise.all(
      [3, 3, 4].map((seed) => makeBenchPicture('receipts', seed)),
    );
    expect(again).toEqual(first);
    expect(other?.text).not.toBe(first?.text);
  });
});
