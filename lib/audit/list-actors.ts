import type { Scope } from '#lib/access/index.ts';
import { findActors, type KnownActor } from './actor-store.ts';

/** Whose acts one may want to see alone: the members and the workspace's API tokens, by name. */
export function listActors(scope: Scope): Promise<KnownActor[]> {
  return findActors(scope);
}
