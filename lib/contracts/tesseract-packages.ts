/** The package that reads lines with Tesseract; optional, as its data are. */
export const TESSERACT_PACKAGE = 'tesseract.js';

/** The package with Tesseract's data for a language, by Tesseract's code. */
export function tesseractDataPackage(code: string): string {
  return `@tesseract.js-data/${code}`;
}

/** The file in that package that is read: the best data, in whole numbers. */
export function tesseractDataFile(code: string): string {
  return `${tesseractDataPackage(code)}/4.0.0_best_int/${code}.traineddata.gz`;
}
