import { type Clock, systemClock } from '#lib/platform/index.ts';
import { hashSessionToken } from './session.ts';
import { isSessionIn } from './session-store.ts';

/**
 * Why who holds this session may see no more of the workspace; null while they may. Asked every few seconds by whatever stays
 * open, so it does not count as a use of the session.
 */
export async function whyClosed(
  sessionToken: string,
  workspaceId: string,
  clock: Clock = systemClock,
): Promise<'session' | 'membership' | null> {
  const isIn = await isSessionIn(hashSessionToken(sessionToken), workspaceId, clock.now());
  if (isIn === null) return 'session';
  return isIn ? null : 'membership';
}
