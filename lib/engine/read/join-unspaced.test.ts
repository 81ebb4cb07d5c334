import { expect, it } from 'vitest';
import { joinUnspaced } from './join-unspaced.ts';

function words(text: string) {
  return text
    .split(' ')
    .map((word, at) => ({ text: word, confidence: 1, columns: { start: at, end: at + 1 } }));
}

it('leaves no space between Chinese or Japanese characters and their punctuation', () => {
  const joined = joinUnspaced(words('感谢您的订单。 您所订购的 图书'));
  expect(joined).toEqual([
    { text: '感谢您的订单。您所订购的图书', confidence: 1, columns: { start: 0, end: 3 } },
  ]);
});

it('keeps the spaces around words of other scripts', () => {
  expect(joinUnspaced(words('订单 ISO 9001 标准')).map(({ text }) => text)).toEqual([
    '订单',
    'ISO',
    '9001',
    '标准',
  ]);
});

it('weighs the confidence of what it joins by letters', () => {
  const [left, right] = words('一 二三');
  const joined = left && right && joinUnspaced([left, { ...right, confidence: 0.4 }]);
  expect(joined?.[0]?.confidence).toBeCloseTo(0.6);
});
