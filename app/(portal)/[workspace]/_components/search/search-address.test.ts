import { describe, expect, it } from 'vitest';
import { searchAddress, withLastWord } from './search-address.ts';

describe('the address of a search', () => {
  it('says the query and each filter, and nothing else', () => {
    expect(searchAddress('team', ' a & b ', { state: 'approved', below: 80 })).toBe(
      '/team/search?q=a+%26+b&state=approved&below=80',
    );
    expect(searchAddress('team', ' ')).toBe('/team/search');
  });
});

describe('a suggestion', () => {
  it.each([
    ['red app', 'apple', 'red apple '],
    ['"red app', 'apple', '"red apple '],
    ['-ap', 'apple', '-apple '],
    ['grü', 'grün', 'grün '],
  ])('completes %s', (query, word, completed) => expect(withLastWord(query, word)).toBe(completed));
});
