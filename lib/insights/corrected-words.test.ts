import { expect, it } from 'vitest';
import { correctedWords } from './corrected-words.ts';

it('names the words that were replaced, the most frequent first, and no others', () => {
  const texts = [
    { read: 'the tum of the tum', approved: 'the turn of the turn' },
    { read: 'a b1rd flew', approved: 'a bird flew away' },
    { read: 'nothing wrong', approved: 'nothing wrong' },
    { read: 'one more tum', approved: 'one more turn' },
  ];
  expect(correctedWords(texts, 10)).toEqual([
    { before: 'tum', after: 'turn', count: 3 },
    { before: 'b1rd', after: 'bird', count: 1 },
  ]);
  expect(correctedWords(texts, 1)).toEqual([{ before: 'tum', after: 'turn', count: 3 }]);
});
