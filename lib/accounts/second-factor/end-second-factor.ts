import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { requireProof } from './require-proof.ts';
import { removeSecondFactor } from './second-factor-store.ts';

/**
 * Switches the authenticator app off; its recovery codes are worth nothing any more. `proof` is the password or a
 * code. @throws InvalidInput for a wrong proof; Conflict when it is off; LimitReached
 */
export async function endSecondFactor(
  { actor }: Pick<SessionHolder, 'actor'>,
  proof: string,
  clock: Clock = systemClock,
): Promise<void> {
  await requireProof(actor.userId, proof, clock);
  await inTransaction(async (tx) => {
    await removeSecondFactor(tx, actor.userId);
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.second_factor_off' });
  });
}
