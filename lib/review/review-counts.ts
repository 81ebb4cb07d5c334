import { personOf, type Scope } from '#lib/access/index.ts';
import type { ReviewCounts } from '#lib/contracts/index.ts';
import { countUnseen } from './mention-store.ts';
import { countWaiting } from './queue-store.ts';

/** Beyond a hundred nobody wants to know, and every page of the portal asks. */
const MOST_COUNTED = 100;

/** What waits for the asker in the workspace. */
export async function reviewCounts(scope: Scope): Promise<ReviewCounts> {
  const person = personOf(scope.actor);
  const [waiting, mentions] = await Promise.all([
    countWaiting(scope, MOST_COUNTED),
    person === null ? 0 : countUnseen(scope, person),
  ]);
  return { waiting, mentions };
}
