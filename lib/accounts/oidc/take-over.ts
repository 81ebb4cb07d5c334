import type { RequestOrigin } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { endWhatWasArranged } from '../address/end-what-was-arranged.ts';
import { proveAddress } from '../address/prove-address.ts';
import { joinOperatorsWorkspace, operatorsWorkspace } from './operators-workspace.ts';

type Person = { id: string; name: string; email: string };

/**
 * Gives an account to whom the provider says its address belongs to. Nobody had proved that address before, so that
 * somebody else may have made the account and waited in it: it begins like a new one. Ways in and sessions are removed,
 * memberships, API tokens and invitations end, and it joins the operator's workspace. It stays what it is in that
 * workspace, if it was there, and where a workspace would be left without an owner. A proved account stays as it is.
 */
export async function takeOver(
  tx: Tx,
  person: Person,
  { origin, now }: { origin: RequestOrigin; now: Date },
): Promise<void> {
  if (!(await proveAddress(tx, person, { origin, now, keepsSecondFactor: false }))) return;
  const trusted = await operatorsWorkspace(tx);
  await endWhatWasArranged(tx, person, { origin, now, staysIn: trusted?.id ?? null });
  await joinOperatorsWorkspace(tx, person, origin);
}
