import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import { type Json, type PredictionStatus, webhookEventSchema } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import type { Tx } from '#lib/platform/index.ts';
import { beyond, inListOrder, type Position } from './page.ts';
import { type Prediction, statesBefore } from './prediction.ts';

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
  | 'turn'
  | 'isStreamed'
  | 'createdAt'
  | 'deadline'
> & { apiTokenId: string | null };

export type PredictionFilter = { createdAfter?: Date; createdBefore?: Date; source?: string };

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
type Progress = { logs: string; output: Json };
type Ending = Partial<Progress> & {
  status: 'succeeded' | 'failed' | 'canceled' | 'aborted';
  completedAt: Date;
  error?: string;
};

// A jsonb column holds JSON and nothing else: walking through a whole page reading would prove nothing.
const storedJson = z.custom<Json>((value) => value !== undefined);
const inputSchema = z.record(z.string(), storedJson);
const sealedInputSchema = z.record(z.string(), z.string());
const inputFilesSchema = z.record(z.string(), z.string().nullable());
const filterSchema = z.array(webhookEventSchema).nullable();

/** For tasks, which know the prediction only. */
export async function findWorkspaceOf(predictionId: string): Promise<string | undefined> {
  const found = await database().prediction.findUnique({
    where: { id: predictionId },
    select: { workspaceId: true },
  });
  return found?.workspaceId;
}

export async function findPrediction({ workspaceId }: Scope, id: string): Promise<Prediction | null> {
  const row = await findRow(workspaceId, id);
  return row && toPrediction(row);
}

/** Null when the workspace has no such prediction. */
export async function findStatus({ workspaceId }: Scope, id: string): Promise<PredictionStatus | null> {
  const found = await database().prediction.findFirst({
    where: { id, workspaceId },
    select: { status: true },
  });
  return found?.status ?? null;
}

/** Whether at least `limit` of the workspace's predictions wait to be run, the portal's own not counted. */
export async function hasWaiting({ workspaceId }: Scope, limit: number): Promise<boolean> {
  const isPortals = { kind: 'portal' } as const;
  const where = { status: 'starting', workspaceId, NOT: { apiToken: isPortals } } as const;
  return (await database().prediction.count({ where, take: limit })) >= limit;
}

/** How many predictions the workspace has made with a model. */
export async function countRuns({ workspaceId }: Scope, model: string): Promise<number> {
  return await database().prediction.count({ where: { workspaceId, model } });
}

/** What a prediction has said so far, without what it was given. */
export async function findOutput({ workspaceId }: Scope, id: string) {
  const found = await database().prediction.findFirst({
    where: { id, workspaceId },
    select: { status: true, output: true, error: true, createdAt: true },
  });
  return found && { ...found, output: storedJson.parse(found.output) };
}

/** A row's place in the list, and the bytes of text that it would be sent as, more or less. */
export type Entry = { id: string; createdAt: Date; bytes: number };

/** At most `limit` in list order, newest first. */
export async function listEntries(
  { workspaceId }: Scope,
  { createdAfter, createdBefore, source }: PredictionFilter,
  position: Position | null,
  limit: number,
): Promise<Entry[]> {
  const { where, orderBy } = beyond(position);
  const rows = await database().prediction.findMany({
    where: {
      workspaceId,
      ...(source ? { source } : {}),
      AND: [
        createdAfter ? { createdAt: { gte: createdAfter } } : {},
        createdBefore ? { createdAt: { lt: createdBefore } } : {},
        where,
      ],
    },
    orderBy,
    take: limit,
    select: { id: true, createdAt: true },
  });
  const bytes = await bytesOf(rows.map(({ id }) => id));
  return inListOrder(rows, position).map((row) => ({ ...row, bytes: bytes.get(row.id) ?? 0 }));
}

async function bytesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await database().$queryRaw<{ id: string; bytes: number }[]>`
    SELECT id, octet_length(input::text) + octet_length(logs) + coalesce(octet_length(output::text), 0) AS bytes
    FROM prediction WHERE id = ANY(${ids})`;
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}

/** Those of the ids that exist, by id. */
export async function findPredictions(
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Prediction>> {
  const rows = await database().prediction.findMany({ where: { workspaceId, id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, toPrediction(row)]));
}

export async function insertPrediction(
  tx: Tx,
  { workspaceId }: Scope,
  { webhookEventsFilter, ...prediction }: NewPrediction,
): Promise<Prediction> {
  const row = await tx.prediction.create({
    data: { workspaceId, ...prediction, ...(webhookEventsFilter ? { webhookEventsFilter } : {}) },
  });
  return toPrediction(row);
}

/**
 * The turn of one more prediction of this workspace: behind all of its own that wait, yet never behind more than
 * one round of the others. So a workspace with hundreds waiting does not hold up another's first one.
 */
export async function nextTurn(tx: Tx, { workspaceId }: Scope): Promise<number> {
  const waiting = await tx.prediction.aggregate({ where: { status: 'starting' }, _min: { turn: true } });
  const own = await tx.prediction.aggregate({
    where: { status: 'starting', workspaceId },
    _max: { turn: true },
  });
  return Math.max(0, waiting._min.turn ?? 0, own._max.turn === null ? 0 : own._max.turn + 1);
}

/** Claims a waiting prediction; null when it does not wait any more, or its deadline has come. */
export async function setProcessing(
  tx: Tx,
  scope: Scope,
  id: string,
  startedAt: Date,
): Promise<Prediction | null> {
  const data = { status: 'processing', startedAt } as const;
  const inTime = { OR: [{ deadline: null }, { deadline: { gt: startedAt } }] };
  return await change(tx, scope, id, statesBefore('processing'), data, inTime);
}

/** Null when the prediction is not being processed any more. */
export async function setProgress(
  tx: Tx,
  scope: Scope,
  id: string,
  { logs, output }: Progress,
): Promise<Prediction | null> {
  return await change(tx, scope, id, ['processing'], { logs, ...(output === null ? {} : { output }) });
}

/** Ends a prediction; null when it had ended before: the first end stands. */
export async function setEnded(
  tx: Tx,
  scope: Scope,
  id: string,
  { output, ...ending }: Ending,
): Promise<Prediction | null> {
  const data = { ...ending, ...(output === undefined || output === null ? {} : { output }) };
  const states = statesBefore(ending.status);
  // What ends before it began has begun at that moment, since clients expect both times. Only the status aborted,
  // which old clients do not know anyway, says that it never began.
  const startedAt = ending.status === 'aborted' ? null : ending.completedAt;
  const unbegun = states.includes('starting')
    ? await change(tx, scope, id, ['starting'], { ...data, startedAt })
    : null;
  if (unbegun || !states.includes('processing')) return unbegun;
  return await change(tx, scope, id, ['processing'], data);
}

async function change(
  tx: Tx,
  { workspaceId }: Scope,
  id: string,
  from: PredictionStatus[],
  data: Parameters<Tx['prediction']['updateManyAndReturn']>[0]['data'],
  condition: Parameters<Tx['prediction']['updateManyAndReturn']>[0]['where'] = {},
): Promise<Prediction | null> {
  const [row] = await tx.prediction.updateManyAndReturn({
    where: { id, workspaceId, status: { in: from }, ...condition },
    data,
  });
  return row ? toPrediction(row) : null;
}

function findRow(workspaceId: string, id: string) {
  return database().prediction.findFirst({ where: { id, workspaceId } });
}

function toPrediction(row: Row): Prediction {
  return {
    ...row,
    input: inputSchema.parse(row.input),
    sealedInput: sealedInputSchema.parse(row.sealedInput),
    inputFiles: inputFilesSchema.parse(row.inputFiles),
    output: storedJson.parse(row.output),
    webhookEventsFilter: filterSchema.parse(row.webhookEventsFilter),
  };
}
