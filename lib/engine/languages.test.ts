import { expect, it } from 'vitest';
import { checkLanguages, supportedLanguages } from './languages.ts';

it('accepts no language and every supported one', () => {
  expect(() => checkLanguages([])).not.toThrow();
  for (const language of supportedLanguages) expect(() => checkLanguages([language])).not.toThrow();
});

it('refuses an unknown language and names those it knows', () => {
  expect(() => checkLanguages(['en', 'tlh'])).toThrow(
    'The language "tlh" cannot be read. Supported: en, eng.',
  );
});
