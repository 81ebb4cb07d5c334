import { Conflict, inTransaction, sealText } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { authenticatorUri, newAuthenticatorSecret } from './authenticator.ts';
import { keepUnconfirmedSecret } from './second-factor-store.ts';

/**
 * A new secret for the person's authenticator app, as text and as what a QR code holds. Nothing is asked for at
 * sign-in before `confirmSecondFactor`; asking again begins anew. @throws Conflict when the app is on already.
 */
export async function beginSecondFactor({
  user,
}: Pick<SessionHolder, 'user'>): Promise<{ secret: string; uri: string }> {
  const secret = newAuthenticatorSecret();
  const sealed = sealText(secret);
  if (!(await inTransaction((tx) => keepUnconfirmedSecret(tx, user.id, sealed)))) {
    throw new Conflict('The authenticator app is switched on already. Reload the page.');
  }
  return { secret, uri: authenticatorUri(secret, user.email) };
}
