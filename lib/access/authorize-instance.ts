import { NotFound } from '#lib/platform/index.ts';
import type { Actor } from './actor.ts';

declare const authorized: unique symbol;

/**
 * Proof that the actor looks after this installation. What reaches across workspaces takes one first; only
 * `authorizeInstance` and `operatorScope` make it.
 */
export type InstanceScope = {
  readonly actor: Actor & { kind: 'user' | 'system' };
  readonly [authorized]: 'instance';
};

/** @throws NotFound for everybody else, so that they do not learn that there is something. */
export function authorizeInstance(actor: Actor | null): InstanceScope {
  if (actor?.kind !== 'user' || actor.isInstanceOwner !== true) throw new NotFound('There is no such page.');
  return { actor } as InstanceScope;
}

/** For commands on the machine itself: whoever runs them reads and writes the database anyway. */
export function operatorScope(): InstanceScope {
  return { actor: { kind: 'system', reason: 'operator' } } as InstanceScope;
}
