import { z } from 'zod';
import { AUTO_LANGUAGE, languages, planLanguages } from '#lib/contracts/index.ts';
import { hasTesseractLanguage } from '#lib/platform/tesseract-languages.ts';

/** What can be read here: with the models that ship, and with what the operator has installed. */
const readable = languages.filter(
  ({ reader, tesseract }) => reader !== 'tesseract' || hasTesseractLanguage(tesseract ?? ''),
);
const offered = [AUTO_LANGUAGE, ...readable.map(({ code }) => code)];
const accepted = [...offered, ...readable.flatMap(({ aliases }) => aliases)];

/** Codes of languages; a code that is none, and languages that cannot be read here, are refused. */
export const languageInput = z
  .array(z.string().meta({ enum: accepted }))
  .default([])
  .superRefine((codes, context) => {
    const plan = planLanguages(codes, hasTesseractLanguage);
    if (plan.outcome === 'unknown')
      context.addIssue({ code: 'invalid_value', values: offered, path: [plan.at], input: codes[plan.at] });
    if (plan.outcome === 'impossible')
      context.addIssue({ code: 'custom', params: { description: plan.problem }, input: codes });
  })
  .describe(
    'Languages of the text by ISO 639 or Tesseract code; none means English. "auto" alone finds out by the page.',
  );
