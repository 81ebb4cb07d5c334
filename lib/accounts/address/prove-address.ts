import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { asPerson } from '../as-person.ts';
import { mailAddressProved } from '../mailed-links/mails.ts';
import { deleteSessions } from '../session-store.ts';
import { deleteStepsOf } from '../steps/sign-in-step-store.ts';
import { isAddressProved, startFromProof } from './address-store.ts';

type Person = { id: string; name: string; email: string };

/**
 * Called when somebody has just shown that this account's e-mail address is theirs. The first time, whatever lets others in
 * is removed: password, authenticator app, passkeys, sessions. Whoever made the account by a link that was handed on
 * may have given an address that is not theirs, and must not share the account with its true owner.
 * @returns whether that was done
 */
export async function proveAddress(
  tx: Tx,
  person: Person,
  { origin, now }: { origin: RequestOrigin; now: Date },
): Promise<boolean> {
  if (await isAddressProved(tx, person.id)) return false;
  await startFromProof(tx, person.id, now);
  await deleteSessions(tx, { userId: person.id });
  await deleteStepsOf(tx, person.id);
  await recordAct(tx, asPerson(person, origin), { act: 'account.address_proved' });
  await mailAddressProved(tx, person);
  await announce(tx, { topic: 'access', userId: person.id });
  return true;
}
