import { recordAct } from '#lib/audit/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { deletePasskeyOf } from './passkey-store.ts';

/**
 * Removes one of the person's own passkeys: it opens nothing any more, whatever device still keeps it.
 * @throws NotFound when it is not theirs
 */
export async function removePasskey({ actor }: Pick<SessionHolder, 'actor'>, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const name = await deletePasskeyOf(tx, actor.userId, id);
    if (name === null) throw new NotFound('There is no such passkey any more. Reload the page.');
    const target = { kind: 'passkey', id, name };
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.passkey_removed', target });
  });
}
