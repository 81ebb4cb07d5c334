import { announce } from '#lib/live/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { deleteSessions } from './session-store.ts';

/**
 * Ends one of the person's own sessions and, in the same transaction, tells open streams to check again.
 * @throws NotFound when it is not theirs or has ended already.
 */
export async function revokeSession(userId: string, sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const owners = await deleteSessions(tx, { id: sessionId, userId });
    if (owners.length === 0) throw new NotFound('This session has ended already.');
    await announce(tx, { topic: 'access', userId });
  });
}
