import { z } from 'zod';

/** How often finished jobs are told by e-mail. */
export const digestRhythms = ['off', 'daily', 'weekly'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** In which dates can be written, as BCP 47 tags and as people look for them. */
export const dateLocales: Readonly<Record<string, string>> = {
  'zh-CN': 'Chinese (China)',
  'zh-TW': 'Chinese (Taiwan)',
  'cs-CZ': 'Czech (Czechia)',
  'da-DK': 'Danish (Denmark)',
  'nl-BE': 'Dutch (Belgium)',
  'nl-NL': 'Dutch (Netherlands)',
  'en-AU': 'English (Australia)',
  'en-CA': 'English (Canada)',
  'en-IN': 'English (India)',
  'en-IE': 'English (Ireland)',
  'en-GB': 'English (United Kingdom)',
  'en-US': 'English (United States)',
  'fi-FI': 'Finnish (Finland)',
  'fr-CA': 'French (Canada)',
  'fr-FR': 'French (France)',
  'fr-CH': 'French (Switzerland)',
  'de-AT': 'German (Austria)',
  'de-DE': 'German (Germany)',
  'de-CH': 'German (Switzerland)',
  'el-GR': 'Greek (Greece)',
  'hu-HU': 'Hungarian (Hungary)',
  'it-IT': 'Italian (Italy)',
  'ja-JP': 'Japanese (Japan)',
  'ko-KR': 'Korean (South Korea)',
  'nb-NO': 'Norwegian (Norway)',
  'pl-PL': 'Polish (Poland)',
  'pt-BR': 'Portuguese (Brazil)',
  'pt-PT': 'Portuguese (Portugal)',
  'ro-RO': 'Romanian (Romania)',
  'es-MX': 'Spanish (Mexico)',
  'es-ES': 'Spanish (Spain)',
  'sv-SE': 'Swedish (Sweden)',
  'tr-TR': 'Turkish (Türkiye)',
  'uk-UA': 'Ukrainian (Ukraine)',
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
