import { expect, it } from 'vitest';
import { isLanguageChoice } from '#lib/contracts/index.ts';
import { readingLanguages } from './reading-languages.ts';

it('offers English first, then finding out, then the languages that can be read here', () => {
  const codes = readingLanguages().map(({ code }) => code);
  expect(codes.slice(0, 2)).toEqual(['en', 'auto']);
  expect(codes).toEqual(expect.arrayContaining(['de', 'fr', 'ja', 'und-Latn', 'zh']));
  expect(new Set(codes).size).toBe(codes.length);
});

it('offers nothing that the form would refuse', () => {
  expect(readingLanguages().filter(({ code }) => !isLanguageChoice(code))).toEqual([]);
});
