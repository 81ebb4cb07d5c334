import type { RequestOrigin } from '#lib/access/index.ts';
import { Conflict, type Tx } from '#lib/platform/index.ts';
import { linkIdentity } from './oidc/link-identity.ts';
import { beginSession, type OpenedSession } from './open-session.ts';
import type { FirstProof } from './second-factor/first-proof.ts';
import { beginStep } from './steps/sign-in-step.ts';

export type Admission =
  | ({ outcome: 'signed_in' } & OpenedSession)
  /** The first proof was right; a code is still owed. The token goes into the same browser's cookie. */
  | { outcome: 'code_needed'; stepToken: string };

type Entrant = {
  user: { id: string; name: string; totpConfirmedAt: Date | null };
  proof: FirstProof;
  origin: RequestOrigin;
};

/**
 * Lets somebody in who has proved who they are, or asks for the code that their account wants besides. What a provider
 * calls them becomes part of the account only once they are in.
 */
export async function admit(tx: Tx, { user, proof, origin }: Entrant, now: Date): Promise<Admission> {
  if (user.totpConfirmedAt) {
    const { token } = await beginStep(tx, 'second_factor', { userId: user.id, data: proof }, now);
    return { outcome: 'code_needed', stepToken: token };
  }
  const { method } = proof;
  if (proof.method === 'oidc' && !(await linkIdentity(tx, user, { ...proof, origin }))) {
    throw new Conflict('The provider’s name for this person belongs to another account.');
  }
  return { outcome: 'signed_in', ...(await beginSession(tx, { userId: user.id, method, origin }, now)) };
}
