import type { Actor } from '#lib/access/index.ts';
import { type Tx, Unauthenticated } from '#lib/platform/index.ts';
import { lockStandingSession } from './session-store.ts';

/**
 * Looks again whether the session with which a person asks still stands, and holds it until the transaction ends: who was
 * signed out since the request began finishes nothing. Called before a workspace is locked, in the order of a take-over.
 * @throws Unauthenticated once it has ended
 */
export async function requireOwnSession(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== 'user' || actor.sessionId === undefined) return;
  if (await lockStandingSession(tx, actor.sessionId)) return;
  throw new Unauthenticated('Your session has ended. Sign in to go on.');
}
