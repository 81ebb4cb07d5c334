import { LimitReached } from '#lib/platform/index.ts';
import { countTry, type Trier, type WayIn } from './try-limits.ts';

/** Counts a try. @throws LimitReached, saying how long to wait, when there were too many. */
export async function requireTry(way: WayIn, trier: Trier): Promise<void> {
  const waitSeconds = await countTry(way, trier);
  if (waitSeconds > 0) throw tooManyTries(waitSeconds);
}

/** Says how long to wait. */
export function tooManyTries(waitSeconds: number): LimitReached {
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return new LimitReached(`Too many attempts. Try again in ${wait}.`, waitSeconds);
}
