import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { asPerson } from '../as-person.ts';
import { mailAddressProved } from '../mailed-links/mails.ts';
import { writeAddressProof } from './address-store.ts';

type Person = { id: string; name: string; email: string };

/**
 * Counts the address as proved, once its mailbox was shown and, where an authenticator app is on, a code was given as well.
 * Every other first proof is newer than the mailbox's, and its holder's own; so any will do with the code. Safe to repeat:
 * the audit trail and the person are told the first time only.
 */
export async function noteAddressProof(
  tx: Tx,
  person: Person,
  { origin, now, isCodeGiven }: { origin: RequestOrigin; now: Date; isCodeGiven: boolean },
  tell: typeof mailAddressProved = mailAddressProved,
): Promise<void> {
  if (!(await writeAddressProof(tx, person.id, { now, isCodeGiven }))) return;
  await recordAct(tx, asPerson(person, origin), { act: 'account.address_proved' });
  await tell(tx, person);
}
