import type { Scope } from '#lib/access/index.ts';
import { type RecordedAct, recordAct } from '#lib/audit/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { isPortals } from './visible-to.ts';

/** Records what a caller of the API did. What people do in the portal is recorded there, and tasks end what others began. */
export async function recordForCaller(tx: Tx, scope: Scope, recorded: RecordedAct): Promise<void> {
  if (isOwnWork(scope)) return;
  await recordAct(tx, scope, recorded);
}

/** Whether the portal or a task of ours asks, not a caller of the API. */
export function isOwnWork(scope: Scope): boolean {
  return scope.actor.kind === 'system' || isPortals(scope);
}
