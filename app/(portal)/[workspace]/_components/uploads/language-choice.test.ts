import { expect, it } from 'vitest';
import { parseLanguage } from './language-choice.ts';

const choices = [{ code: 'en' }, { code: 'auto' }, { code: 'de' }];

it('remembers a language that can be chosen', () => {
  expect(['de', 'auto'].map((code) => parseLanguage(code, choices))).toEqual(['de', 'auto']);
});

it('falls back to English when nothing was chosen, or what was is no longer there', () => {
  expect([undefined, '', 'ar', 'x'].map((code) => parseLanguage(code, choices))).toEqual([
    'en',
    'en',
    'en',
    'en',
  ]);
});
