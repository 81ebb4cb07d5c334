import { expect, it } from 'vitest';
import { hanShare, hasKana, isSurelyAccented } from './scripts.ts';

it('tells how much of a text is Chinese characters, punctuation left out', () => {
  expect(hanShare('订单。ISO 9')).toBeCloseTo(2 / 6);
  expect(hanShare('Order no. 9')).toBe(0);
  expect(hanShare('。、')).toBe(0);
});

it('tells Japanese from Chinese by its syllables, of which a single one is a misreading', () => {
  expect(hasKana('ご注文の書籍')).toBe(true);
  expect(hasKana('订单の图书')).toBe(false);
});

it('believes in an accent only in a word of which the model is sure', () => {
  function word(text: string, confidence: number) {
    return isSurelyAccented({ text, confidence, box: [0, 0, 1, 1] });
  }
  expect([word('für', 0.95), word('Straße', 0.9), word('für', 0.6), word('for', 1), word('5€', 1)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
