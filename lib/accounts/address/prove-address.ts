import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { asPerson } from '../as-person.ts';
import { mailAccountTakenOver, mailAddressProved } from '../mailed-links/mails.ts';
import { deleteSessions } from '../session-store.ts';
import { deleteStepsOf } from '../steps/sign-in-step-store.ts';
import { isAddressProved, startFromProof } from './address-store.ts';

type Person = { id: string; name: string; email: string };

/**
 * Called when somebody has just shown that this account's e-mail address is theirs. The first time, whatever lets others in
 * is removed: password, passkeys, sessions, an authenticator app. Whoever made the account by a link that was handed on
 * may have given an address that is not theirs, and must not share the account with its true owner.
 * `keepsSecondFactor`: an app that is switched on stays, and is asked for; a mailbox alone does not stand in for it. The
 * address counts as proved once a mailed link and a code came together; until then the app may be somebody else's.
 * @returns whether that was done
 */
export async function proveAddress(
  tx: Tx,
  person: Person,
  { origin, now, keepsSecondFactor }: { origin: RequestOrigin; now: Date; keepsSecondFactor: boolean },
): Promise<boolean> {
  if (await isAddressProved(tx, person.id)) return false;
  await startFromProof(tx, person.id, { now, keepsSecondFactor });
  await deleteSessions(tx, { userId: person.id });
  await deleteStepsOf(tx, person.id);
  await recordAct(tx, asPerson(person, origin), { act: 'account.address_proved' });
  await (keepsSecondFactor ? mailAddressProved : mailAccountTakenOver)(tx, person);
  await announce(tx, { topic: 'access', userId: person.id });
  return true;
}
