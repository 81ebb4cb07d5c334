import { InvalidInput } from '#lib/platform/index.ts';
import { hashPassword } from '../password.ts';
import { isEasilyGuessed } from './is-easily-guessed.ts';

/**
 * What is stored of a password that somebody has chosen. `about` are words that others know of them: e-mail address,
 * name. @throws InvalidInput for the field `password` when it is one of the first that others would try.
 */
export async function newPasswordHash(password: string, about: readonly string[]): Promise<string> {
  if (isEasilyGuessed(password, about)) {
    const description =
      'This password is easily guessed. Use a longer one, or several words that do not belong together.';
    throw new InvalidInput(description, [{ field: 'password', type: 'easily_guessed', description }]);
  }
  return await hashPassword(password);
}
