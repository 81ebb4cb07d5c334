import { recordAct } from '#lib/audit/index.ts';
import {
  type Clock,
  Conflict,
  InvalidInput,
  inTransaction,
  openSealed,
  systemClock,
} from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { requireTry } from '../require-try.ts';
import { deleteStepsOf } from '../steps/sign-in-step-store.ts';
import { stepOfCode } from './authenticator.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { confirmSecret, findSecondFactor } from './second-factor-store.ts';

/**
 * Switches the authenticator app on, once its holder has shown a code of it. @returns ten recovery codes, this once.
 * @throws InvalidInput for a wrong code; Conflict when nothing was begun; LimitReached
 */
export async function confirmSecondFactor(
  { actor }: Pick<SessionHolder, 'actor'>,
  code: string,
  clock: Clock = systemClock,
): Promise<string[]> {
  const now = clock.now();
  await requireTry('code', { subject: actor.userId });
  const { totpSecret: sealedSecret } = await findSecondFactor(actor.userId);
  if (!sealedSecret) throw startAgain();
  const step = stepOfCode(openSealed(sealedSecret), code.replace(/\s/g, ''), now);
  if (step === null) {
    const description =
      'This is not the code that the app shows now. Check that your phone’s clock is right.';
    throw new InvalidInput(description, [{ field: 'code', type: 'wrong', description }]);
  }
  return await inTransaction(async (tx) => {
    if (!(await confirmSecret(tx, actor.userId, { sealedSecret, step, now }))) throw startAgain();
    await deleteStepsOf(tx, actor.userId);
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.second_factor_on' });
    return await makeRecoveryCodes(tx, actor.userId);
  });
}

function startAgain(): Conflict {
  return new Conflict('The authenticator app was changed somewhere else. Reload the page.');
}
