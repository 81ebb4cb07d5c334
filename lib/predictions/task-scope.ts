import { authorize, type Scope } from '#lib/access/index.ts';
import { findWorkspaceOf } from './prediction-store.ts';

/** The scope in which a task works on a prediction; undefined when the prediction is gone. */
export async function taskScope(predictionId: string, task: string): Promise<Scope | undefined> {
  const workspaceId = await findWorkspaceOf(predictionId);
  if (!workspaceId) return undefined;
  return authorize({ kind: 'system', reason: task }, workspaceId, 'prediction:write');
}
