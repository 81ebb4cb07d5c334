import type { Scope } from '#lib/access/index.ts';
import type { ReviewCounts } from '#lib/contracts/index.ts';
import { countUnseen } from './mention-store.ts';
import { personOf } from './person-of.ts';
import { countUndecided } from './queue-store.ts';

/** What waits for the asker in the workspace. */
export async function reviewCounts(scope: Scope): Promise<ReviewCounts> {
  const person = personOf(scope);
  const [{ mine, unassigned }, mentions] = await Promise.all([
    countUndecided(scope),
    person === null ? 0 : countUnseen(scope, person),
  ]);
  return { waiting: mine + unassigned, mentions };
}
