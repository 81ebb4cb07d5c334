import type { Scope } from '#lib/access/index.ts';
import { invalidFields, type WebhookEvent } from '#lib/contracts/index.ts';
import { findVersion, modelName } from '#lib/models/index.ts';
import {
  config,
  InvalidInput,
  inTransaction,
  LimitReached,
  newId,
  storableJson,
} from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { checkQuota } from '#lib/usage/index.ts';
import { checkWebhookUrl } from '#lib/webhooks/index.ts';
import { pinFiles } from './files/pin-files.ts';
import type { Prediction } from './prediction.ts';
import { insertPrediction } from './prediction-life-store.ts';
import { hasWaiting } from './prediction-store.ts';
import { isOwnWork, recordForCaller } from './record-for-caller.ts';
import { withoutSecrets } from './secret-input.ts';
import { UnknownVersion } from './unknown-version.ts';
import { isPortals } from './visible-to.ts';

export type PredictionRequest = {
  /** A version id, `owner/name:<id>`, or `owner/name` for the latest version. */
  version: string;
  input: Record<string, unknown>;
  webhook: string | undefined;
  /** Undefined: every event. */
  webhookEventsFilter: readonly WebhookEvent[] | undefined;
  /** Seconds after which the prediction is ended, finished or not. */
  cancelAfterSeconds?: number | undefined;
  /** Whether the caller wants to be told of the output while it is made. */
  stream?: boolean | undefined;
  /** Host names, with port, by which the caller may call this server besides its configured ones. */
  ownHosts: readonly string[];
};

/** A page takes seconds: there is room again soon. */
const RETRY_WHEN_FULL_SECONDS = 10;

/**
 * Accepts a prediction: the row and the tasks that run it and keep its deadline are written together. Files of this
 * service that the input names are pinned, so that their expiry does not matter any more.
 * @throws UnknownVersion, InvalidInput naming fields below `input` or `webhook`, LimitReached when too many of the
 * workspace's predictions wait, and QuotaReached when its pages of this month are used up; a document counts as one
 * page until it is opened.
 */
export async function createPrediction(scope: Scope, request: PredictionRequest): Promise<Prediction> {
  const found = findVersion(request.version, config());
  if (!found) throw new UnknownVersion();
  const { model, version } = found;
  const parsed = model.input.safeParse(request.input);
  if (!parsed.success)
    throw new InvalidInput('Input validation failed', invalidFields(parsed.error, request.input, ['input']));
  if (request.webhook) checkWebhookUrl(request.webhook, 'webhook');
  const { input, sealedInput } = withoutSecrets(model, storableRecord(parsed.data));
  const inputFiles = await pinFiles(scope, input, request.ownHosts);
  await checkRoom(scope);
  const now = new Date();
  const { cancelAfterSeconds } = request;
  return await inTransaction(async (tx) => {
    if (!isOwnWork(scope)) await checkQuota(tx, scope, 1, now);
    const prediction = await insertPrediction(tx, scope, {
      id: newId(),
      model: modelName(model),
      version: version.id,
      input,
      sealedInput,
      inputFiles,
      webhook: request.webhook ?? null,
      webhookEventsFilter: request.webhookEventsFilter ? [...new Set(request.webhookEventsFilter)] : null,
      isStreamed:
        model.streaming === 'always' || (model.streaming === 'on_request' && request.stream === true),
      createdAt: now,
      deadline:
        cancelAfterSeconds === undefined ? null : new Date(now.getTime() + cancelAfterSeconds * 1_000),
      apiTokenId: scope.actor.kind === 'token' ? scope.actor.tokenId : null,
      isPortal: isPortals(scope),
    });
    const target = { kind: 'prediction', id: prediction.id, name: prediction.model };
    await recordForCaller(tx, scope, { act: 'prediction.created', target });
    await enqueue(tx, 'run-prediction', { predictionId: prediction.id }, { priority: -prediction.turn });
    if (cancelAfterSeconds !== undefined) {
      const overdue = { predictionId: prediction.id };
      await enqueue(tx, 'end-overdue-prediction', overdue, { delaySeconds: cancelAfterSeconds });
    }
    return prediction;
  });
}

async function checkRoom(scope: Scope): Promise<void> {
  const { maxWaitingPredictions } = config();
  // The portal hands over whole documents: their pages wait here, or they would wait there.
  if (isOwnWork(scope)) return;
  if (!(await hasWaiting(scope, maxWaitingPredictions))) return;
  throw new LimitReached(
    `Request was throttled. ${maxWaitingPredictions} predictions of this workspace wait already. Try again when some have ended.`,
    RETRY_WHEN_FULL_SECONDS,
  );
}

function storableRecord(input: Record<string, unknown>): Prediction['input'] {
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, storableJson(value)]));
}
