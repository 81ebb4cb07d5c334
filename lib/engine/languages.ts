import { EngineError } from './engine-error.ts';

/** Codes that `readPage` accepts, ISO 639-1 and 639-2. */
export const supportedLanguages: readonly string[] = ['en', 'eng'];

/**
 * Checks the asked languages; none means English. Throws `unknown_language` naming those that are supported.
 */
export function checkLanguages(languages: readonly string[]): void {
  for (const language of languages) {
    if (!supportedLanguages.includes(language)) {
      throw new EngineError(
        'unknown_language',
        `The language "${language}" cannot be read. Supported: ${supportedLanguages.join(', ')}.`,
      );
    }
  }
}
