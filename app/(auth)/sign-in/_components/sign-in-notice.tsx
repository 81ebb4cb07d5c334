import { Notice } from '#app/_ui/notice.tsx';

type Props = {
  /** Why the provider’s word was not enough (`OidcRefusal`). */
  refused: string | undefined;
  /** What next-auth calls what went wrong. */
  error: string | undefined;
  /** What was just done elsewhere. */
  done: string | undefined;
  provider: string;
};

/** Why somebody is on the sign-in page again. The address bar names it, so unknown words say something general. */
export function SignInNotice({ refused, error, done, provider }: Props) {
  if (done === 'password' || done === 'password_not_passkeys') {
    return (
      <Notice tone="good" announce className="mb-6">
        <p>Your new password is set. Sign in with it.</p>
        {done === 'password_not_passkeys' ? (
          <p>Your passkeys still work. Remove any that you do not know under Settings, Security.</p>
        ) : null}
      </Notice>
    );
  }
  if (!refused && !error) return null;
  return (
    <Notice tone="bad" announce className="mb-6">
      <p>{refused ? refusalInWords(refused, provider) : errorInWords(error, provider)}</p>
    </Notice>
  );
}

function refusalInWords(reason: string, provider: string): string {
  const words: Record<string, string> = {
    not_set_up: 'This installation has no owner yet. Set it up first.',
    no_email: `We were not told your e-mail address by ${provider}. Ask whoever looks after it.`,
    email_unverified: `Your e-mail address is not confirmed at ${provider}. Confirm it there, then sign in again.`,
    domain_refused:
      'Your e-mail address belongs to a domain that may not enter here. Ask the owner of this installation.',
  };
  return words[reason] ?? errorInWords(undefined, provider);
}

function errorInWords(error: string | undefined, provider: string): string {
  return error === 'OAuthSignin'
    ? `Signing in with ${provider} could not begin: it does not answer. Try again in a moment, or use another way.`
    : `Signing in with ${provider} did not work, or was broken off. Try again, or use another way.`;
}
