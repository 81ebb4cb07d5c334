import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { asPerson } from '../as-person.ts';
import { findIdentity, insertIdentity } from './oidc-store.ts';

type Person = { id: string; name: string };
type Identity = { issuer: string; subject: string };

/**
 * From now on the provider's word for this identity opens this person's account. Safe to repeat.
 * @returns false when it is somebody else's
 */
export async function linkIdentity(
  tx: Tx,
  person: Person,
  { issuer, subject, origin }: Identity & { origin: RequestOrigin },
): Promise<boolean> {
  if (await insertIdentity(tx, { issuer, subject, userId: person.id })) {
    await recordAct(tx, asPerson(person, origin), { act: 'account.identity_linked' });
    return true;
  }
  return (await findIdentity(tx, { issuer, subject }))?.id === person.id;
}
