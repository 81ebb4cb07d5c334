import type { Language, ReaderName } from './language.ts';
import { AUTO_LANGUAGE, findLanguage } from './languages.ts';

export type LanguagePlan =
  /** `languages` is empty where the reader is still to be chosen; `tesseract` is the code of its data, if it reads. */
  | {
      outcome: 'planned';
      reader: ReaderName | 'auto';
      languages: readonly Language[];
      tesseract: string | null;
    }
  /** `at` is the place of the unknown code. */
  | { outcome: 'unknown'; at: number }
  /** `problem` says why these cannot be read, and what to do. */
  | { outcome: 'impossible'; problem: string };

/** What each model reads besides its own languages. */
const alsoReads: Record<Exclude<ReaderName, 'tesseract'>, readonly ReaderName[]> = {
  english: [],
  latin: ['english'],
  chinese: ['english'],
  japanese: ['english'],
};

/**
 * Chooses the reader that covers all languages asked; none means English, which every reader knows. A language that
 * no model reads takes Tesseract, and so does one in Latin letters where its data are installed.
 * @param isInstalled tells whether Tesseract has the data of a code of its own.
 */
export function planLanguages(
  codes: readonly string[],
  isInstalled: (tesseractCode: string) => boolean,
): LanguagePlan {
  if (codes.length > 0 && codes.every((code) => code.toLowerCase() === AUTO_LANGUAGE))
    return { outcome: 'planned', reader: 'auto', languages: [], tesseract: null };
  const found = (codes.length > 0 ? codes : ['en']).map(findLanguage);
  const at = found.indexOf(undefined);
  if (at >= 0) return { outcome: 'unknown', at };
  const languages = [...new Set(found.filter((language) => language !== undefined))];
  const [other, ...more] = languages.filter(({ reader }) => reader !== 'english');
  const tesseract = more.length === 0 ? dataFor(other) : null;
  // Of clean and poor pages in German, French and Spanish Tesseract gets 0 to 1.6 % of the letters wrong, the
  // Latin model 1.2 to 5.8 %.
  if (tesseract !== null && isInstalled(tesseract))
    return { outcome: 'planned', reader: 'tesseract', languages, tesseract };
  const reader = readerOf(languages);
  if (reader) return { outcome: 'planned', reader, languages, tesseract: null };
  return {
    outcome: 'impossible',
    problem:
      other && tesseract !== null
        ? `${other.name} needs Tesseract, which is not installed for it. To add it, the operator runs: npm install tesseract.js@7 @tesseract.js-data/${tesseract}`
        : `Nothing reads ${languages.map(({ name }) => name).join(' and ')} together. Ask for one of them; English comes with each.`,
  };
}

/** The code of the data with which Tesseract would read a language, where it may. */
function dataFor(language: Language | undefined): string | null {
  return language?.reader === 'latin' || language?.reader === 'tesseract' ? language.tesseract : null;
}

function readerOf(languages: readonly Language[]): ReaderName | undefined {
  const asked = languages.map(({ reader }) => reader);
  const models = ['english', 'latin', 'chinese', 'japanese'] as const;
  return models.find((model) => asked.every((name) => name === model || alsoReads[model].includes(name)));
}
