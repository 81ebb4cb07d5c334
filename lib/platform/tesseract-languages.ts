import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the operator has installed Tesseract and its data for a language (Tesseract's code). Looks into the
 * project's folder, in which all our processes run: what is bundled cannot resolve packages.
 */
export function hasTesseractLanguage(code: string): boolean {
  const packages = join(process.cwd(), 'node_modules');
  return existsSync(join(packages, 'tesseract.js')) && existsSync(join(packages, '@tesseract.js-data', code));
}
