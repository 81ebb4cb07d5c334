import { recordAct } from '#lib/audit/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { renamePasskeyOf } from './passkey-store.ts';

/** Names one of the person's own passkeys anew. @throws NotFound when it is not theirs */
export async function renamePasskey(
  { actor }: Pick<SessionHolder, 'actor'>,
  id: string,
  name: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await renamePasskeyOf(tx, actor.userId, id, name))) {
      throw new NotFound('There is no such passkey any more. Reload the page.');
    }
    const target = { kind: 'passkey', id, name };
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.passkey_renamed', target });
  });
}
