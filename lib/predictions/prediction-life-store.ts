import type { Scope } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';
import { announcement } from '#lib/live/index.ts';
import { database, type Sql, sql } from '#lib/platform/database.ts';
import type { Tx } from '#lib/platform/index.ts';
import { isTerminal, type Prediction, statesBefore } from './prediction.ts';
import { type PredictionRow, toPrediction } from './prediction-store.ts';

// One statement for each step of a prediction's life: what a statement costs is mostly the way there and back.

export type NewPrediction = Pick<
  Prediction,
  | 'id'
  | 'model'
  | 'version'
  | 'input'
  | 'sealedInput'
  | 'inputFiles'
  | 'webhook'
  | 'webhookEventsFilter'
  | 'isStreamed'
  | 'createdAt'
  | 'deadline'
> & { apiTokenId: string | null; isPortal: boolean };

type Progress = { logs: string; output: Json };
export type StoredEnding = Partial<Progress> & {
  status: 'succeeded' | 'failed' | 'canceled' | 'aborted';
  completedAt: Date;
  error?: string;
};

const columns = sql`id, workspace_id AS "workspaceId", api_token_id AS "apiTokenId", model, version, input,
  sealed_input AS "sealedInput", input_files AS "inputFiles", output, error, logs, status::text, source, webhook,
  webhook_events_filter AS "webhookEventsFilter", is_streamed AS "isStreamed", turn, created_at AS "createdAt",
  started_at AS "startedAt", completed_at AS "completedAt", deadline, data_removed_at AS "dataRemovedAt"`;

/**
 * Its turn is behind all of its workspace's own that wait, yet never behind more than one round of the others: so a
 * workspace with hundreds waiting does not hold up another's first one.
 */
export async function insertPrediction(
  tx: Tx,
  { workspaceId }: Scope,
  prediction: NewPrediction,
): Promise<Prediction> {
  const { id, model, version, webhook, isStreamed, createdAt, deadline, apiTokenId, isPortal } = prediction;
  const turn = sql`greatest(0, (SELECT min(turn) FROM prediction WHERE status = 'starting'),
    (SELECT max(turn) + 1 FROM prediction WHERE status = 'starting' AND workspace_id = ${workspaceId}))`;
  const rows = await tx.$queryRaw<PredictionRow[]>(sql`
    INSERT INTO prediction (id, workspace_id, api_token_id, is_portal, model, version, input, sealed_input, input_files, webhook,
      webhook_events_filter, is_streamed, turn, created_at, deadline)
    VALUES (${id}, ${workspaceId}, ${apiTokenId}, ${isPortal}, ${model}, ${version}, ${json(prediction.input)},
      ${json(prediction.sealedInput)}, ${json(prediction.inputFiles)}, ${webhook},
      ${json(prediction.webhookEventsFilter)}, ${isStreamed}, ${turn}, ${createdAt}, ${deadline})
    RETURNING ${columns}`);
  return one(rows);
}

/** Claims a waiting prediction; null when it does not wait any more, or its deadline has come. */
export async function setProcessing(
  scope: Scope,
  id: string,
  startedAt: Date,
  tx: Tx = database(),
): Promise<Prediction | null> {
  const change = sql`status = 'processing', started_at = ${startedAt}`;
  const inTime = sql`(deadline IS NULL OR deadline > ${startedAt})`;
  return await update(tx, scope, id, { to: 'processing', change, condition: inTime });
}

/** Null when the prediction is not being processed any more. */
export async function setProgress(
  tx: Tx,
  scope: Scope,
  id: string,
  { logs, output }: Progress,
): Promise<Prediction | null> {
  const change = sql`logs = ${logs}, output = coalesce(${json(output)}, output)`;
  return await update(tx, scope, id, { from: ['processing'], to: 'processing', change });
}

/**
 * Ends a prediction; null when it had ended before: the first end stands. What ends before it began has begun at that
 * moment, since clients expect both times; only the status aborted, which old clients do not know, says otherwise.
 */
export async function setEnded(
  tx: Tx,
  scope: Scope,
  id: string,
  { status, completedAt, error, logs, output = null }: StoredEnding,
): Promise<Prediction | null> {
  const startedAt = status === 'aborted' ? null : completedAt;
  const change = sql`status = ${status}::prediction_status, completed_at = ${completedAt}, error = ${error ?? null},
    started_at = coalesce(started_at, ${startedAt}), logs = coalesce(${logs ?? null}, logs),
    output = coalesce(${json(output)}, output)`;
  return await update(tx, scope, id, { to: status, change });
}

type Change = {
  from?: Prediction['status'][];
  to: Prediction['status'];
  change: Sql;
  condition?: Sql;
};

/** Changes and announces a prediction that is in one of the states from which it may go on. */
async function update(
  tx: Tx,
  { workspaceId }: Scope,
  id: string,
  { to, from = statesBefore(to), change, condition = sql`true` }: Change,
): Promise<Prediction | null> {
  const { channel, payload } = announcement({
    topic: 'prediction',
    workspaceId,
    predictionId: id,
    hasEnded: isTerminal(to),
  });
  const rows = await tx.$queryRaw<(PredictionRow & { told: string })[]>(sql`
    UPDATE prediction SET ${change}
    WHERE id = ${id} AND workspace_id = ${workspaceId} AND status = ANY(${from}::prediction_status[]) AND ${condition}
    RETURNING ${columns}, pg_notify(${channel}, ${payload})::text AS told`);
  if (rows.length === 0) return null;
  return one(rows.map(({ told: _, ...row }) => row));
}

/** A JSON null stands for nothing. */
function json(value: Json | Prediction['webhookEventsFilter']): Sql {
  return value === null ? sql`NULL::jsonb` : sql`${JSON.stringify(value)}::jsonb`;
}

function one([row]: PredictionRow[]): Prediction {
  if (!row) throw new Error('The statement returned no row.');
  return toPrediction(row);
}
