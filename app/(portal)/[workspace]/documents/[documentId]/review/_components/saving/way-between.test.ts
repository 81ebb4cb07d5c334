import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ExtractionLine, lineOperationSchema } from '#lib/contracts/index.ts';
import { applyOperations } from '#lib/corrections/index.ts';
import { wayBetween } from './way-between.ts';

function line(id: string, text: string): ExtractionLine {
  const words = text.split(' ').filter(Boolean);
  const box: [number, number, number, number] = [0, 0, 100, 10];
  return { id, text, box, words: words.map((word) => ({ text: word, confidence: 0.5, box })) };
}

const all = Array.from({ length: 8 }, (_, at) => line(`r${at}`, `line number ${at}`));
const somePages = fc.shuffledSubarray(all);
const changes = fc.array(fc.tuple(fc.nat(7), fc.constantFrom('', 'another', 'two words')), { maxLength: 4 });

it('leads from any lines to any others exactly, by operations that may be sent', () => {
  fc.assert(
    fc.property(somePages, somePages, changes, (from, kept, changed) => {
      const texts = new Map(changed.map(([at, text]) => [`r${at}`, text]));
      const to = kept.map((known) => {
        const text = texts.get(known.id);
        return text === undefined ? known : line(known.id, text);
      });
      const way = wayBetween(from, to);
      const { lines, dropped } = applyOperations(from, way);
      expect(dropped).toEqual([]);
      expect(lines).toEqual(to);
      for (const operation of way) expect(lineOperationSchema.safeParse(operation).success).toBe(true);
    }),
  );
});

it('says nothing about lines that stay as they are', () => {
  expect(wayBetween(all, all)).toEqual([]);
  expect(wayBetween(all, all.toSpliced(3, 1))).toEqual([{ op: 'remove', line: 'r3' }]);
});
