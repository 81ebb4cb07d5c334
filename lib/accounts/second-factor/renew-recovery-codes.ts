import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { requireProof } from './require-proof.ts';

/**
 * Ten new recovery codes in place of all older ones, this once. `proof` is the password or a code.
 * @throws InvalidInput for a wrong proof; Conflict when the app is off; LimitReached
 */
export async function renewRecoveryCodes(
  { actor }: Pick<SessionHolder, 'actor'>,
  proof: string,
  clock: Clock = systemClock,
): Promise<string[]> {
  await requireProof(actor.userId, proof, clock);
  return await inTransaction(async (tx) => {
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.recovery_codes_renewed' });
    return await makeRecoveryCodes(tx, actor.userId);
  });
}
