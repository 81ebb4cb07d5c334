import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, wantsSomething } from './search-query.ts';

const words = (text: string, negated = false) => ({ kind: 'words', texts: [text], negated });

describe('what people write in a search box', () => {
  it.each([
    ['red apple', [[words('red'), words('apple')]]],
    ['"red apple" pear', [[{ kind: 'phrase', texts: ['red apple'], negated: false }, words('pear')]]],
    ['“red apple”', [[{ kind: 'phrase', texts: ['red apple'], negated: false }]]],
    ['"never closed', [[{ kind: 'phrase', texts: ['never closed'], negated: false }]]],
    ['app*', [[{ kind: 'prefix', texts: ['app'], negated: false }]]],
    ['apple -pear', [[words('apple'), words('pear', true)]]],
    ['apple -"red pear"', [[words('apple'), { kind: 'phrase', texts: ['red pear'], negated: true }]]],
    ['apple OR pear juice', [[words('apple')], [words('pear'), words('juice')]]],
    ['OR apple OR', [[words('apple')]]],
    ['oranges or', [[words('oranges'), words('or')]]],
    ['e-mail 12.50', [[words('e-mail'), words('12.50')]]],
    ['- * "" ! -- ""', []],
  ])('%s', (input, groups) => expect(parseQuery(input)).toEqual({ groups }));

  it('is refused when it is too long, with a word of what to do', () => {
    expect(() => parseQuery('a'.repeat(501))).toThrow('Shorten it');
    expect(() => parseQuery('ab '.repeat(33))).toThrow('Shorten it');
  });

  it('can be anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (input) => {
        for (const term of parseQuery(input).groups.flat()) expect(term.texts[0]).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('must want something, not only leave out', () => {
    expect(wantsSomething(parseQuery('apple -pear'))).toBe(true);
    expect(wantsSomething(parseQuery('-pear'))).toBe(false);
    expect(wantsSomething(parseQuery('apple OR -pear'))).toBe(false);
    expect(wantsSomething(parseQuery(''))).toBe(false);
  });
});
