import { NotFound } from '#lib/platform/index.ts';
import type { Actor } from './actor.ts';

declare const authorized: unique symbol;

/**
 * Proof that the actor looks after this installation. What reaches across workspaces takes one first; only
 * `authorizeInstance` makes it.
 */
export type InstanceScope = {
  readonly actor: Actor & { kind: 'user' };
  readonly [authorized]: 'instance';
};

/** @throws NotFound for everybody else, so that they do not learn that there is something. */
export function authorizeInstance(actor: Actor | null): InstanceScope {
  if (actor?.kind !== 'user' || actor.isInstanceOwner !== true) throw new NotFound('There is no such page.');
  return { actor } as InstanceScope;
}
