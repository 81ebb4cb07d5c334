'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, idSchema } from '#lib/contracts/index.ts';
import * as webhooks from '#lib/webhooks/index.ts';

const inWorkspace = z.object({ workspace: z.string() });
const ofDelivery = inWorkspace.extend({ deliveryId: idSchema });

export async function replayDelivery(input: z.input<typeof ofDelivery>): Promise<ActionResult<null>> {
  return runInWorkspace(ofDelivery, input, 'webhook:replay', async ({ deliveryId }, scope) => {
    await webhooks.replayDelivery(scope, deliveryId);
    return null;
  });
}

/** Asked for when somebody wants to see it: no page carries it. */
export async function readWebhookSecret(
  input: z.input<typeof inWorkspace>,
): Promise<ActionResult<{ secret: string }>> {
  return runInWorkspace(inWorkspace, input, 'webhook:read', async (_, scope) => ({
    secret: await webhooks.getWebhookSecret(scope),
  }));
}

export async function replaceWebhookSecret(input: z.input<typeof inWorkspace>): Promise<ActionResult<null>> {
  return runInWorkspace(inWorkspace, input, 'webhook:manage', async (_, scope) => {
    await webhooks.replaceWebhookSecret(scope);
    return null;
  });
}
