/** Languages whose endings PostgreSQL knows; the others are compared word by word. Made by the migration `search`. */
const configsByLanguage: Record<string, string> = {
  da: 'lectern_danish',
  nl: 'lectern_dutch',
  en: 'lectern_english',
  fi: 'lectern_finnish',
  fr: 'lectern_french',
  de: 'lectern_german',
  it: 'lectern_italian',
  no: 'lectern_norwegian',
  pt: 'lectern_portuguese',
  es: 'lectern_spanish',
  sv: 'lectern_swedish',
};

export const plainConfig = 'lectern_simple';

/** The configuration for a page that was read in these languages; none means English, as for the reader. */
export function configOf(languages: readonly string[]): string {
  if (languages.length > 1) return plainConfig;
  return configsByLanguage[languages[0] ?? 'en'] ?? plainConfig;
}
