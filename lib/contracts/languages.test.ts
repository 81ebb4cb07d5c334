import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLanguage, languages } from './languages.ts';

const dictionary = readFileSync(new URL('../engine/weights/latin_dict.txt', import.meta.url), 'utf8');
const characters = new Set(dictionary.split(/\r?\n/));

// The letters beyond a to z of languages that are written with them in every sentence.
const letters: Record<string, string> = {
  ca: 'àèéíïòóúüç·',
  da: 'æøå',
  de: 'äöüßÄÖÜ',
  es: 'áéíñóúü¿¡',
  et: 'äöõüšž',
  fi: 'äöå',
  fr: 'àâæçéèêëîïôœùûü',
  ga: 'áéíóú',
  hr: 'čćđšž',
  it: 'àèéìíòóù',
  nl: 'éëïóöü',
  no: 'æøåéòô',
  pt: 'ãáâàçéêíóôõú',
  sl: 'čšž',
  sq: 'çë',
  sv: 'åäöÅÄÖ',
};

describe('the table of languages', () => {
  it('gives the Latin model only languages whose letters it has', () => {
    for (const [code, alphabet] of Object.entries(letters)) {
      expect(findLanguage(code)?.reader, code).toBe('latin');
      expect([...alphabet].filter((letter) => !characters.has(letter))).toEqual([]);
    }
  });

  it('never gives it a language with letters that it lacks', () => {
    for (const code of ['pl', 'cs', 'tr', 'hu', 'ro', 'is', 'lv', 'vi'])
      expect(findLanguage(code)?.reader, code).toBe('tesseract');
  });

  it('has each code only once', () => {
    const codes = languages.flatMap(({ code, aliases }) =>
      [code, ...aliases].map((one) => one.toLowerCase()),
    );
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each([
    ['de', 'de'],
    ['deu', 'de'],
    ['ger', 'de'],
    ['DE', 'de'],
    ['chi_sim', 'zh'],
    ['zh-Hans', 'zh'],
    ['zh_hans', 'zh'],
    ['nob', 'no'],
  ])('finds %s as %s', (asked, code) => {
    expect(findLanguage(asked)?.code).toBe(code);
  });

  it('knows no language by a code that is none', () => {
    for (const code of ['tlh', '', 'auto', 'English']) expect(findLanguage(code)).toBeUndefined();
  });
});
