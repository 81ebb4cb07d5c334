import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { asPerson } from './as-person.ts';
import { hashSessionToken } from './session.ts';
import { deleteSessions } from './session-store.ts';

/** Ends the session and tells open streams to check again. Safe to repeat; anybody may: the token is the proof. */
export async function signOut(
  token: string,
  origin: RequestOrigin = { ipAddress: null, userAgent: null },
): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { user } of await deleteSessions(tx, { tokenHash: hashSessionToken(token) })) {
      await recordAct(tx, asPerson(user, origin), { act: 'account.signed_out' });
      await announce(tx, { topic: 'access', userId: user.id });
    }
  });
}
