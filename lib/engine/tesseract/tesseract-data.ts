import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/**
 * The file with Tesseract's data for a language, by Tesseract's code; null where the operator has not installed
 * that language's package, or tesseract.js itself. Both are optional and are never fetched by Lectern.
 */
export function tesseractData(code: string): string | null {
  try {
    resolve('tesseract.js');
    return resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`);
  } catch {
    return null;
  }
}
