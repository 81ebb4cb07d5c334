import type { Language } from './language.ts';
import { languageTable } from './language-table.ts';

/** Asks the engine to find out by the page which reader is best. */
export const AUTO_LANGUAGE = 'auto';

/** All languages that can be read, those that need an extra package included; by English name. */
export const languages: readonly Language[] = languageTable.toSorted((a, b) => (a.name < b.name ? -1 : 1));

const byCode = new Map(
  languages.flatMap((language) =>
    [language.code, ...language.aliases].map((code) => [code.toLowerCase(), language]),
  ),
);

/** Finds a language by any of its codes, in any case, with `-` or `_`. */
export function findLanguage(code: string): Language | undefined {
  const wanted = code.trim().toLowerCase();
  return byCode.get(wanted) ?? byCode.get(wanted.replace('_', '-')) ?? byCode.get(wanted.replace('-', '_'));
}

/** What languages are called in a sentence: "German", "English and Chinese (simplified)". */
export function languagesInWords(codes: readonly string[]): string {
  const names = codes.map((code) => findLanguage(code)?.name ?? code);
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

/** Whether people can have chosen this: `auto` or a language's own code. */
export function isLanguageChoice(code: string): boolean {
  return code === AUTO_LANGUAGE || findLanguage(code)?.code === code;
}
