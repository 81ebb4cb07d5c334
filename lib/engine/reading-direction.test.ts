import { describe, expect, it } from 'vitest';
import { lettersInOrder, partsInOrder } from './reading-direction.ts';

/** From left to right, as they are seen. */
function seen(texts: readonly string[]) {
  return texts.map((text, left) => ({ text, left }));
}

function words(...texts: string[]): string {
  return partsInOrder(seen(texts), ({ left }) => left)
    .map(({ text }) => text)
    .join(' ');
}

function letters(text: string): string {
  return lettersInOrder(seen([...text]), ({ left }) => left)
    .map((letter) => letter.text)
    .join('');
}

describe('the words of a line', () => {
  it('come as they are where nothing is read from right to left', () => {
    expect(words('b', '2', 'a')).toBe('b 2 a');
  });

  it('are read from the right in Hebrew and Arabic, figures among them too', () => {
    expect(words('עולם', 'שלום')).toBe('שלום עולם');
    expect(words('سنة', '2024', 'في')).toBe('في 2024 سنة');
  });

  it('run on from left to right where Hebrew embeds English, and the other way round', () => {
    expect(words('גדול', 'so', '2', 'say', 'שלום')).toBe('שלום so 2 say גדול');
    expect(words('they', 'say', 'עולם', 'שלום', 'often')).toBe('they say שלום עולם often');
  });
});

describe('the letters of a word that is read from right to left', () => {
  it('keep figures and a name in Latin letters from left to right', () => {
    expect(letters('2024-ב')).toBe('ב-2024');
    expect(letters('12.5%ב')).toBe('ב12.5%');
    expect(letters('PDF-ב')).toBe('ב-PDF');
  });
});
