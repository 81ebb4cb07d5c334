import { announce } from '#lib/live/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { hashSessionToken } from './session.ts';
import { deleteSessions } from './session-store.ts';

/** Ends the session and tells open streams to check again. Safe to repeat; anybody may: the token is the proof. */
export async function signOut(token: string): Promise<void> {
  await inTransaction(async (tx) => {
    for (const userId of await deleteSessions(tx, { tokenHash: hashSessionToken(token) })) {
      await announce(tx, { topic: 'access', userId });
    }
  });
}
