import { isLanguageChoice } from '#lib/contracts/index.ts';

/** Kept in a cookie, so that the server draws the choice at once. */
export const LANGUAGE_COOKIE = 'lectern-language';

export const DEFAULT_LANGUAGE = 'en';

/** What this browser chose last, if it can still be chosen. */
export function parseLanguage(value: string | undefined, choices: readonly { code: string }[]): string {
  return choices.find(({ code }) => code === value)?.code ?? DEFAULT_LANGUAGE;
}

const ONE_YEAR_SECONDS = 365 * 86_400;

/** Browser only. */
export function rememberLanguage(code: string): void {
  if (!isLanguageChoice(code)) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http.
  document.cookie = `${LANGUAGE_COOKIE}=${code}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
