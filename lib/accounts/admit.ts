import type { RequestOrigin } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { beginSession, type OpenedSession } from './open-session.ts';
import type { SignInMethod } from './sign-in-method.ts';
import { beginStep } from './steps/sign-in-step.ts';

export type Admission =
  | ({ outcome: 'signed_in' } & OpenedSession)
  /** The first proof was right; a code is still owed. The token goes into the same browser's cookie. */
  | { outcome: 'code_needed'; stepToken: string };

type Entrant = {
  user: { id: string; totpConfirmedAt: Date | null };
  method: Extract<SignInMethod, 'password' | 'mailed_link' | 'passkey'>;
  origin: RequestOrigin;
};

/** Lets somebody in who has proved who they are, or asks for the code that their account wants besides. */
export async function admit(tx: Tx, { user, method, origin }: Entrant, now: Date): Promise<Admission> {
  if (!user.totpConfirmedAt) {
    return { outcome: 'signed_in', ...(await beginSession(tx, { userId: user.id, method, origin }, now)) };
  }
  const { token } = await beginStep(tx, 'second_factor', { userId: user.id, data: { method } }, now);
  return { outcome: 'code_needed', stepToken: token };
}
