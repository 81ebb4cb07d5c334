import { Secret, TOTP } from 'otpauth';
import { actorOfSession, beginSecondFactor, confirmSecondFactor } from '#lib/accounts/index.ts';
import type { TestUser } from './accounts.ts';

/** What a phone shows for this secret at a moment. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** Gives the person an authenticator app, long enough ago that all of its codes of now are unused. */
export async function withAuthenticatorApp(
  user: TestUser,
): Promise<{ secret: string; recoveryCodes: string[]; codeNow: () => string }> {
  const holder = await actorOfSession(user.sessionToken);
  if (!holder) throw new Error('The person has no session.');
  const { secret } = await beginSecondFactor(holder);
  const earlier = new Date(Date.now() - 3_600_000);
  const recoveryCodes = await confirmSecondFactor(holder, codeAt(secret, earlier), { now: () => earlier });
  return { secret, recoveryCodes, codeNow: () => codeAt(secret, new Date()) };
}
