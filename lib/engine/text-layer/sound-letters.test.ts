import { describe, expect, it } from 'vitest';
import { soundLetters } from './sound-letters.ts';

const prose = {
  English:
    'thank you for your order of last week, which we sent by rail today and which is due in thirty days',
  German: 'wir danken für Ihre Bestellung der vergangenen Woche, die wir heute mit der Bahn verschickt haben',
  Polish: 'dziękujemy za zamówienie z zeszłego tygodnia, które wysłaliśmy dzisiaj koleją na wskazany adres',
  Turkish:
    'geçen haftaki siparişiniz için teşekkür ederiz, ürünleri bugün demiryolu ile adresinize gönderdik',
  Russian: 'благодарим вас за заказ прошлой недели, который мы отправили сегодня по железной дороге',
  Chinese:
    '感谢您上周的订单我们今天已经通过铁路发货请在三十天内付款感谢您上周的订单我们今天已经通过铁路发货请在三十天内付款',
};

function wordsOf(text: string) {
  return text
    .split(' ')
    .map((word) => ({ ...anywhere, text: word.replaceAll('�', ''), complete: !word.includes('�') }));
}

const anywhere = {
  box: [0, 0, 1, 1] as [number, number, number, number],
  angle: 0,
  em: 1,
  start: 0,
  end: 1,
  baseline: 0,
  invisible: false,
};

describe('soundLetters', () => {
  it.each(Object.entries(prose))('takes %s for language', (_, text) => {
    expect(soundLetters(wordsOf(text))).toBe('sound');
  });

  it('takes a table of amounts and a table of contents for text', () => {
    expect(soundLetters(wordsOf('12.50 1,284.00 -3.20 14.03.2031 '.repeat(8).trim()))).toBe('sound');
    expect(
      soundLetters(wordsOf('Contents ........................................ 12 Index ............ 40')),
    ).toBe('sound');
  });

  it('doubts letters that stand for others, and codes that are shifted', () => {
    const swapped = prose.English.replaceAll(
      /[a-z]/g,
      (letter) => 'qxzjkvwbpgymhdcflnrtsoiuea'['abcdefghijklmnopqrstuvwxyz'.indexOf(letter)] ?? '',
    );
    expect(soundLetters(wordsOf(swapped))).toBe('doubtful');
    const shifted = prose.English.replaceAll(/[a-z]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) - 61),
    );
    expect(soundLetters(wordsOf(shifted))).toBe('doubtful');
  });

  it('takes no layer whose words lack letters', () => {
    expect(soundLetters(wordsOf(prose.English.replaceAll('th', '�')))).toBe('broken');
    expect(soundLetters(wordsOf('� � Total � �'))).toBe('broken');
  });

  it('does not mind an icon here and there', () => {
    expect(soundLetters(wordsOf(`� ${prose.English} �`))).toBe('sound');
  });
});
