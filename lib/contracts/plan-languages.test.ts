import { describe, expect, it } from 'vitest';
import { type LanguagePlan, planLanguages } from './plan-languages.ts';

const nothing = () => false;

function planOf(codes: string[], installed: string[] = []): LanguagePlan {
  return planLanguages(codes, (code) => installed.includes(code));
}

describe('planLanguages', () => {
  it.each([
    [[], 'english'],
    [['en'], 'english'],
    [['de', 'en'], 'latin'],
    [['en', 'fra', 'it'], 'latin'],
    [['zh', 'en'], 'chinese'],
    [['en', 'ja'], 'japanese'],
    [['auto'], 'auto'],
  ])('chooses for %j the %s reader, which covers all of them', (codes, reader) => {
    expect(planLanguages(codes, nothing)).toMatchObject({ outcome: 'planned', reader });
  });

  it('names each language once, however it was asked for', () => {
    const plan = planOf(['de', 'deu', 'en']);
    expect(plan.outcome === 'planned' && plan.languages.map(({ code }) => code)).toEqual(['de', 'en']);
  });

  it('points at the code that no language has', () => {
    expect(planOf(['en', 'tlh'])).toEqual({ outcome: 'unknown', at: 1 });
    expect(planOf(['de', 'auto'])).toEqual({ outcome: 'unknown', at: 1 });
  });

  it('takes Tesseract for a language that no model reads, where its data are installed', () => {
    const tesseract = { outcome: 'planned', reader: 'tesseract', tesseract: 'ara' };
    expect(planOf(['ar'], ['ara'])).toMatchObject(tesseract);
    expect(planOf(['en', 'ar'], ['ara'])).toMatchObject(tesseract);
  });

  it('says exactly what to run where they are not', () => {
    expect(planOf(['ar', 'en'], ['ell'])).toEqual({
      outcome: 'impossible',
      problem:
        'Arabic needs Tesseract, which is not installed for it. To add it, the operator runs: npm install tesseract.js@7 @tesseract.js-data/ara',
    });
  });

  it('takes Tesseract for a language in Latin letters where the operator has installed it', () => {
    expect(planOf(['de', 'en'], ['deu'])).toMatchObject({ reader: 'tesseract', tesseract: 'deu' });
    expect(planOf(['de', 'fr'], ['deu', 'fra'])).toMatchObject({ reader: 'latin', tesseract: null });
    expect(planOf(['en'], ['eng'])).toMatchObject({ reader: 'english' });
    expect(planOf(['ja'], ['jpn'])).toMatchObject({ reader: 'japanese' });
  });

  it('refuses a mix that nothing covers, naming its languages', () => {
    for (const mix of [
      ['de', 'ja'],
      ['zh', 'ja'],
      ['ar', 'el'],
    ])
      expect(planOf(mix, ['deu', 'ara', 'ell']).outcome).toBe('impossible');
    expect(planOf(['de', 'ja'])).toMatchObject({
      problem: 'Nothing reads German and Japanese together. Ask for one of them; English comes with each.',
    });
  });
});
