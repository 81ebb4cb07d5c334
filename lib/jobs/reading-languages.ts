import { AUTO_LANGUAGE, type Language, type LanguageChoice, languages } from '#lib/contracts/index.ts';
import { hasTesseractLanguage } from '#lib/platform/tesseract-languages.ts';
import { needsPictures } from '#lib/provider/index.ts';

/**
 * What a document can be read as: with the models that ship, with what the operator installed, and by finding
 * out. English comes first. Nothing when a hosted service reads the pages: that lets nobody choose.
 */
export function readingLanguages(): LanguageChoice[] {
  if (needsPictures()) return [];
  const readable = languages.filter(isReadable);
  return [
    ...readable.filter(({ reader }) => reader === 'english').map(toChoice),
    { code: AUTO_LANGUAGE, name: 'Automatic', nativeName: '' },
    ...readable.filter(({ reader }) => reader !== 'english').map(toChoice),
  ];
}

function isReadable({ reader, tesseract }: Language): boolean {
  return reader !== 'tesseract' || (tesseract !== null && hasTesseractLanguage(tesseract));
}

function toChoice({ code, name, nativeName }: Language): LanguageChoice {
  return { code, name, nativeName };
}
