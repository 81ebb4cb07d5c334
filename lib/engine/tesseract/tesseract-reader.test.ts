import { describe, expect, it } from 'vitest';
import { drawPage, makePdf } from '#lib/testing/image-factory.ts';
import { tesseractData } from './tesseract-data.ts';
import { columnsWithin, openTesseract } from './tesseract-reader.ts';

describe('Tesseract', () => {
  it('is not there for a language whose package is not installed', async () => {
    expect(tesseractData('no-such-language')).toBeNull();
    await expect(openTesseract('no-such-language')).rejects.toThrow('are not installed');
  });

  it.each([
    [-8, -3, { start: 0, end: 1 }],
    [104, 108, { start: 99, end: 100 }],
    [40, 40, { start: 40, end: 41 }],
    [10, 30, { start: 10, end: 30 }],
  ])('gives a word from %i to %i at least one column of its line', (x0, x1, columns) => {
    expect(columnsWithin(x0, x1, 100)).toEqual(columns);
  });

  // Runs where an operator or developer has installed it: npm install --no-save tesseract.js@7 @tesseract.js-data/deu
  it.runIf(tesseractData('deu'))(
    'reads a line, word by word and each in its place',
    { timeout: 60_000 },
    async () => {
      const pageSize = { width: 220, height: 24 };
      const line = await drawPage(
        await makePdf([['Schöne Grüße']], { pageSize, margin: 2, fontSize: 14 }),
        144,
      );
      const { recognise, close } = await openTesseract('deu');
      const words = await recognise(line);
      await close();
      expect(words.map(({ text }) => text)).toEqual(['Schöne', 'Grüße']);
      const [first, second] = words;
      expect(first?.confidence).toBeGreaterThan(0.8);
      expect(first?.columns.end).toBeLessThan(second?.columns.start ?? 0);
      expect(second?.columns.end).toBeLessThan(line.width / 2);
    },
  );
});
