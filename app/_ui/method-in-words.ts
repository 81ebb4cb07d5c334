import type { SignInMethod } from '#lib/accounts/index.ts';

export const methodWords: Record<SignInMethod, string> = {
  password: 'with a password',
  password_and_code: 'with a password and a code',
  mailed_link: 'with a link by e-mail',
  mailed_link_and_code: 'with a link by e-mail and a code',
  oidc: 'with single sign-on',
  passkey: 'with a passkey',
  sign_up: 'when the account was made',
};

/** How a session began; null where an earlier release opened it. */
export function methodInWords(method: SignInMethod | null): string | null {
  return method && methodWords[method];
}
