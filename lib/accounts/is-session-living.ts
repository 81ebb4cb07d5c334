import { type Clock, systemClock } from '#lib/platform/index.ts';
import { isLivingSession } from './session-store.ts';

/** Whether a session stands, though its token may be another one by now. For who has held its token before. */
export function isSessionLiving(sessionId: string, clock: Clock = systemClock): Promise<boolean> {
  return isLivingSession(sessionId, clock.now());
}
