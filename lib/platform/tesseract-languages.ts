import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TESSERACT_PACKAGE, tesseractDataFile } from '#lib/contracts/tesseract-packages.ts';

/**
 * Whether the operator has installed Tesseract and its data for a language (Tesseract's code). Looks into the
 * project's folder, in which all our processes run: what is bundled cannot resolve packages.
 */
export function hasTesseractLanguage(code: string): boolean {
  const packages = join(process.cwd(), 'node_modules');
  return existsSync(join(packages, TESSERACT_PACKAGE)) && existsSync(join(packages, tesseractDataFile(code)));
}
