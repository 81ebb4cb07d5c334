import type { Scope } from '#lib/access/index.ts';
import { type Clock, NotFound, systemClock } from '#lib/platform/index.ts';
import { markTokenRevoked } from './api-token-store.ts';

/** From now on the token opens nothing. @throws NotFound when the workspace has no such living token. */
export async function revokeApiToken(scope: Scope, id: string, clock: Clock = systemClock): Promise<void> {
  if (!(await markTokenRevoked(scope, id, clock.now()))) {
    throw new NotFound('This token is gone already.');
  }
}
