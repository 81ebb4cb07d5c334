import { personOf, type Scope } from '#lib/access/index.ts';
import type { Mention } from '#lib/contracts/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { findMentions, markSeen } from './mention-store.ts';

const MOST_SHOWN = 100;

/** Comments of the workspace that mention the asker, newest first, the latest 100; programs are never mentioned. */
export async function listMentions(scope: Scope): Promise<Mention[]> {
  const person = personOf(scope.actor);
  return person === null ? [] : findMentions(scope, person, MOST_SHOWN);
}

/** The asker has seen these mentions, or all. Only the asker's own are touched, whatever is named. */
export async function markMentionsSeen(
  scope: Scope,
  commentIds: readonly string[] | 'all',
  clock: Clock = systemClock,
): Promise<void> {
  const person = personOf(scope.actor);
  if (person !== null) await markSeen(scope, person, commentIds, clock.now());
}
