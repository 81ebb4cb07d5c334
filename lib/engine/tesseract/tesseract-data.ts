import { createRequire } from 'node:module';
import { TESSERACT_PACKAGE, tesseractDataFile } from '#lib/contracts/tesseract-packages.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * The file with Tesseract's data for a language, by Tesseract's code; null where the operator has not installed
 * that language's package, or tesseract.js itself. Both are optional and are never fetched by Lectern.
 */
export function tesseractData(code: string): string | null {
  try {
    resolve(TESSERACT_PACKAGE);
    return resolve(tesseractDataFile(code));
  } catch {
    return null;
  }
}
