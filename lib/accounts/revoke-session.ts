import { recordActs } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import type { SessionHolder } from './actor-of-session.ts';
import { deviceInWords } from './device.ts';
import { deleteSessions, type EndedSession } from './session-store.ts';

type Holder = Pick<SessionHolder, 'actor'>;

/**
 * Ends one of the person's own sessions and, in the same transaction, tells open streams to check again.
 * @throws NotFound when it is not theirs or has ended already.
 */
export async function revokeSession({ actor }: Holder, sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await deleteSessions(tx, { id: sessionId, userId: actor.userId });
    if (ended.length === 0) throw new NotFound('This session has ended already.');
    await recordActs(tx, { actor, workspaceId: null }, ended.map(actOf));
    await announce(tx, { topic: 'access', userId: actor.userId });
  });
}

/** Ends all of the person's sessions but the one they ask with. @returns how many there were. */
export async function revokeOtherSessions({
  actor,
  session,
}: Pick<SessionHolder, 'actor' | 'session'>): Promise<number> {
  return inTransaction(async (tx) => {
    const ended = await deleteSessions(tx, { userId: actor.userId, id: { not: session.id } });
    await recordActs(tx, { actor, workspaceId: null }, ended.map(actOf));
    if (ended.length > 0) await announce(tx, { topic: 'access', userId: actor.userId });
    return ended.length;
  });
}

function actOf({ id, userAgent }: EndedSession) {
  return {
    act: 'account.session_ended' as const,
    target: { kind: 'session', id, name: deviceInWords(userAgent) },
  };
}
