export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Kept in a cookie, so that the server draws the chosen colours at once and nothing flashes. */
export const THEME_COOKIE = 'lectern-theme';

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

const ONE_YEAR_SECONDS = 365 * 86_400;

/** Changes the colours of the open page and remembers the choice. Browser only. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
