import type { RequestOrigin } from '#lib/access/index.ts';
import { announce } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { mailAccountTakenOver, mailAddressProved } from '../mailed-links/mails.ts';
import { deleteSessions } from '../session-store.ts';
import { deleteStepsOf } from '../steps/sign-in-step-store.ts';
import { findAddressProof, startFromMailbox } from './address-store.ts';
import { noteAddressProof } from './note-address-proof.ts';

type Person = { id: string; name: string; email: string };

/**
 * Called when somebody has just shown that this account's e-mail address is theirs. The first time, whatever lets others in
 * is removed: password, passkeys, sessions, an authenticator app. Whoever made the account by a link that was handed on
 * may have given an address that is not theirs, and must not share the account with its true owner.
 * `keepsSecondFactor`: an app that is switched on stays, and is asked for; a mailbox alone does not stand in for it. The
 * address counts as proved once its code was given, too; until then the app may be somebody else's, and who comes without
 * it (`keepsSecondFactor` false) starts anew once more.
 * @returns whether anything was removed
 */
export async function proveAddress(
  tx: Tx,
  person: Person,
  { origin, now, keepsSecondFactor }: { origin: RequestOrigin; now: Date; keepsSecondFactor: boolean },
): Promise<boolean> {
  const { isProved, isMailboxShown } = await findAddressProof(tx, person.id);
  if (isProved) return false;
  const startsAnew = !isMailboxShown || !keepsSecondFactor;
  if (startsAnew) {
    await startFromMailbox(tx, person.id, { now, keepsSecondFactor });
    await deleteSessions(tx, { userId: person.id });
    await deleteStepsOf(tx, person.id);
    await announce(tx, { topic: 'access', userId: person.id });
  }
  const tell = keepsSecondFactor ? mailAddressProved : mailAccountTakenOver;
  await noteAddressProof(tx, person, { origin, now, isCodeGiven: false }, tell);
  return startsAnew;
}
