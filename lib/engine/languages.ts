import { type LanguagePlan, planLanguages } from '#lib/contracts/plan-languages.ts';
import { EngineError } from './engine-error.ts';
import { tesseractData } from './tesseract/tesseract-data.ts';

export type PlannedLanguages = Extract<LanguagePlan, { outcome: 'planned' }>;

/**
 * The reader for the asked languages; none means English.
 * @throws EngineError `unknown_language` saying which code it is, or what to install.
 */
export function plannedLanguages(codes: readonly string[]): PlannedLanguages {
  const plan = planLanguages(codes, (code) => tesseractData(code) !== null);
  switch (plan.outcome) {
    case 'planned':
      return plan;
    case 'impossible':
      throw new EngineError('unknown_language', plan.problem);
    case 'unknown':
      throw new EngineError(
        'unknown_language',
        `"${codes[plan.at]}" is no language that Lectern knows. Use codes such as en, de or ja, or auto alone.`,
      );
  }
}
