import { describe, expect, it } from 'vitest';
import { invalidFields } from '#lib/contracts/index.ts';
import { hasTesseractLanguage } from '#lib/platform/tesseract-languages.ts';
import { languageInput } from './language-input.ts';
import type { RunContext } from './model.ts';
import { ModelFailure } from './model-failure.ts';
import { findVersion } from './registry.ts';
import { versionToWire } from './version-to-wire.ts';

/** For an input that is refused before anything is needed. */
const noContext: RunContext = {
  engine: { size: 0, inspect: unused, readPage: unused },
  signal: AbortSignal.abort(),
  isStreamed: false,
  file: unused,
  log: unused,
  pagesKnown: unused,
  pageRead: unused,
  output: unused,
};

function unused(): never {
  throw new Error('Nothing is done with an input that is refused.');
}

function problemsOf(codes: unknown) {
  const { error } = languageInput.safeParse(codes);
  return error ? invalidFields(error, codes, ['input', 'languages']) : [];
}

describe('the languages of a prediction', () => {
  it('may be left out, and may be told by any code that is in use', () => {
    expect(languageInput.parse(undefined)).toEqual([]);
    for (const codes of [['en'], ['deu', 'EN'], ['chi_sim'], ['auto'], ['und-Latn']])
      expect(problemsOf(codes)).toEqual([]);
  });

  it('are refused by the place of a code that is none, with those that are, and without repeating it', () => {
    const [problem] = problemsOf(['en', 'r8_secret']);
    expect(problem).toMatchObject({ type: 'enum', field: 'input.languages.1' });
    expect(problem?.description).toMatch(/^input\.languages\.1 must be one of the following: "auto", .*"de"/);
    expect(problem?.description).not.toContain('r8_secret');
  });

  it.runIf(!hasTesseractLanguage('hye'))('are refused with what to install where that is missing', () => {
    expect(problemsOf(['hy'])).toEqual([
      {
        type: 'invalid',
        field: 'input.languages',
        description: expect.stringMatching(/^Armenian needs Tesseract.* npm install tesseract\.js@7 @tess/),
      },
    ]);
  });

  it('are listed in the description of the model that reads them, and of no other', () => {
    function schemaOf(model: string): string {
      const found = findVersion(model, { testModels: false });
      return JSON.stringify(found && versionToWire(found).openapi_schema.components);
    }
    expect(schemaOf('lectern/page-ocr')).toMatch(/"languages":\{.*"enum":\["auto".*"fr".*"ger"/);
    expect(schemaOf('abiruyt/text-extract-ocr')).not.toContain('languages');
  });

  it('end a prediction with a sentence when the machine that runs it cannot read them', async () => {
    const input = { image: 'https://example.org/a.png', languages: ['tlh'] };
    const run = findVersion('lectern/page-ocr', { testModels: false })?.model.run(input, noContext);
    await expect(run).rejects.toThrow(ModelFailure);
    await expect(run).rejects.toThrow(/does not accept the input.*input\.languages\.0 must be one of/);
  });
});
