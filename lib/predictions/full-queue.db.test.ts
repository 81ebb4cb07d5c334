import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { cancelPrediction } from './cancel-prediction.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
  process.env.LECTERN_MAX_WAITING_PREDICTIONS = '3';
});

let scope: Scope;
beforeEach(async () => {
  scope = await newApiScope();
});
afterAll(() => closeQueue());

it('takes no more of a workspace until some have ended, and says when to try again', async () => {
  const first = await newPrediction(scope);
  await newPrediction(scope);
  await newPrediction(scope);
  await expect(newPrediction(scope)).rejects.toMatchObject({ kind: 'limit_reached', retryAfterSeconds: 10 });
  await cancelPrediction(scope, first.id);
  await newPrediction(scope);
});

it('of one workspace does not concern another', async () => {
  for (let turn = 0; turn < 3; turn++) await newPrediction(scope);
  await newPrediction(await newApiScope());
});

it('takes whatever the portal hands over', async () => {
  const portal = await authenticateToken(portalToken(scope.workspaceId));
  const portalScope = authorize(portal, scope.workspaceId, 'prediction:write');
  for (let turn = 0; turn < 5; turn++) await newPrediction(portalScope);
  // And none of it takes the room of the API.
  await newPrediction(scope);
});
