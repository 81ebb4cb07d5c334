import { expect, it } from 'vitest';
import { plannedLanguages } from './languages.ts';
import { tesseractData } from './tesseract/tesseract-data.ts';

it('reads English when no language is asked', () => {
  expect(plannedLanguages([])).toMatchObject({ reader: 'english', languages: [{ code: 'en' }] });
});

it('names the code that is no language, and says what to use', () => {
  expect(() => plannedLanguages(['en', 'tlh'])).toThrow(
    '"tlh" is no language that Lectern knows. Use codes such as en, de or ja, or auto alone.',
  );
});

it.runIf(tesseractData('hye') === null)('says what to install for a language that needs Tesseract', () => {
  expect(() => plannedLanguages(['hy'])).toThrow(/npm install tesseract\.js@7 @tesseract\.js-data\/hye$/);
});
