import { z } from 'zod';

/** How often finished jobs are told by e-mail. */
export const digestRhythms = ['off', 'daily', 'weekly'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** In which dates can be written, as BCP 47 tags and as people look for them. */
export const dateLocales: Readonly<Record<string, string>> = {
  'cs-CZ': 'Czech (Czechia)',
  'da-DK': 'Danish (Denmark)',
  'de-AT': 'German (Austria)',
  'de-CH': 'German (Switzerland)',
  'de-DE': 'German (Germany)',
  'el-GR': 'Greek (Greece)',
  'en-AU': 'English (Australia)',
  'en-CA': 'English (Canada)',
  'en-GB': 'English (United Kingdom)',
  'en-IE': 'English (Ireland)',
  'en-IN': 'English (India)',
  'en-US': 'English (United States)',
  'es-ES': 'Spanish (Spain)',
  'es-MX': 'Spanish (Mexico)',
  'fi-FI': 'Finnish (Finland)',
  'fr-CA': 'French (Canada)',
  'fr-CH': 'French (Switzerland)',
  'fr-FR': 'French (France)',
  'hu-HU': 'Hungarian (Hungary)',
  'it-IT': 'Italian (Italy)',
  'ja-JP': 'Japanese (Japan)',
  'ko-KR': 'Korean (South Korea)',
  'nb-NO': 'Norwegian (Norway)',
  'nl-BE': 'Dutch (Belgium)',
  'nl-NL': 'Dutch (Netherlands)',
  'pl-PL': 'Polish (Poland)',
  'pt-BR': 'Portuguese (Brazil)',
  'pt-PT': 'Portuguese (Portugal)',
  'ro-RO': 'Romanian (Romania)',
  'sv-SE': 'Swedish (Sweden)',
  'tr-TR': 'Turkish (Türkiye)',
  'uk-UA': 'Ukrainian (Ukraine)',
  'zh-CN': 'Chinese (China)',
  'zh-TW': 'Chinese (Taiwan)',
};

/** Whether this is an IANA name that dates can be told in. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const asTheBrowserSays = z.literal('').transform(() => null);

/** What people say about themselves. Empty fields of dates: as the browser says. */
export const profileForm = z.object({
  name: z.string().trim().min(1, 'Enter your name.').max(100, 'Use at most 100 characters.'),
  locale: asTheBrowserSays.or(
    z.string().refine((tag) => Object.hasOwn(dateLocales, tag), 'Choose a form of dates from the list.'),
  ),
  timeZone: asTheBrowserSays.or(z.string().refine(isTimeZone, 'Choose a time zone from the list.')),
  digest: z.enum(digestRhythms, 'Choose how often you want mail.'),
});

export type ProfileForm = z.input<typeof profileForm>;
export type Profile = z.output<typeof profileForm>;
