import { describe, expect, it } from 'vitest';
import { excerptAround, excerptOfWords } from './snippet.ts';

describe('snippets', () => {
  it('mark what was found, as pieces and never as HTML', () => {
    expect(excerptOfWords('a <b>\n total 5 EUR', (word) => ['total', 'EUR'].includes(word))).toEqual([
      { text: 'a <b> ', hit: false },
      { text: 'total', hit: true },
      { text: ' 5 ', hit: false },
      { text: 'EUR', hit: true },
    ]);
    expect(excerptOfWords('nothing here', () => false)).toBeNull();
  });

  it('show where most of the words stand together', () => {
    const filler = Array.from({ length: 50 }, (_, index) => `w${index}`).join(' ');
    const excerpt = excerptOfWords(`red ${filler} red apple ${filler}`, (word) => /red|apple/.test(word));
    const text = excerpt?.map((segment) => segment.text).join('') ?? '';
    expect(text).toMatch(/^… w44 w45 .* red apple w0 .* …$/);
    expect(excerpt?.filter(({ hit }) => hit)).toHaveLength(2);
  });

  it('take one pass over a text that repeats its word', () => {
    const excerpt = excerptOfWords('again '.repeat(100_000), () => true);
    expect(excerpt?.[0]).toMatchObject({ hit: true });
  });

  it('show the surroundings of a text inside a longer one', () => {
    const text = `${'前'.repeat(100)}请求书${'后'.repeat(100)}`;
    const [before, hit, after] = excerptAround(text, ['请求书']);
    expect(hit).toEqual({ text: '请求书', hit: true });
    expect(before?.text).toBe(`…${'前'.repeat(40)}`);
    expect(after?.text).toBe(`${'后'.repeat(40)}…`);
  });

  it('begin with the text where nothing can be marked', () => {
    expect(excerptAround('short text', ['absent'])).toEqual([{ text: 'short text', hit: false }]);
    expect(excerptAround('', ['absent'])).toEqual([]);
  });
});
