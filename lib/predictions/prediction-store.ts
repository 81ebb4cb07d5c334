import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import { type Json, type PredictionStatus, webhookEventSchema } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { beyond, inListOrder, type Position } from '#lib/platform/index.ts';
import type { Prediction } from './prediction.ts';
import { visibleTo } from './visible-to.ts';

export type PredictionFilter = { createdAfter?: Date; createdBefore?: Date; source?: string };

const omit = { documentPages: true, isPortal: true } as const;

/** All columns but what only the quota counts by, and whose it is. */
export type PredictionRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

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

/** For addresses that carry their own proof: what belongs to a deleted workspace is not there. */
export async function findLivingWorkspaceOf(predictionId: string): Promise<string | undefined> {
  const found = await database().prediction.findFirst({
    where: { id: predictionId, workspace: { deletedAt: null } },
    select: { workspaceId: true },
  });
  return found?.workspaceId;
}

export async function findPrediction(scope: Scope, id: string): Promise<Prediction | null> {
  const row = await findRow(scope, id);
  return row && toPrediction(row);
}

/** Null when the workspace has no such prediction. */
export async function findStatus(scope: Scope, id: string): Promise<PredictionStatus | null> {
  const found = await database().prediction.findFirst({
    where: { id, ...visibleTo(scope) },
    select: { status: true },
  });
  return found?.status ?? null;
}

/** Whether at least `limit` of the workspace's predictions wait to be run, the portal's own not counted. */
export async function hasWaiting({ workspaceId }: Scope, limit: number): Promise<boolean> {
  const where = { status: 'starting', workspaceId, isPortal: false } as const;
  return (await database().prediction.count({ where, take: limit })) >= limit;
}

/** How many predictions the workspace has made with a model. */
export async function countRuns({ workspaceId }: Scope, model: string): Promise<number> {
  return await database().prediction.count({ where: { workspaceId, model } });
}

/** What a prediction has said so far, without what it was given; null also once its workspace is deleted. */
export async function findOutput({ workspaceId }: Scope, id: string) {
  const found = await database().prediction.findFirst({
    where: { id, workspaceId, workspace: { deletedAt: null } },
    select: { status: true, output: true, error: true, createdAt: true },
  });
  return found && { ...found, output: storedJson.parse(found.output) };
}

/** A row's place in the list, and the bytes of text that it would be sent as, more or less. */
export type Entry = { id: string; createdAt: Date; bytes: number };

/** At most `limit` in list order, newest first. */
export async function listEntries(
  scope: Scope,
  { createdAfter, createdBefore, source }: PredictionFilter,
  position: Position | null,
  limit: number,
): Promise<Entry[]> {
  const { where, orderBy } = beyond(position);
  const rows = await database().prediction.findMany({
    where: {
      ...visibleTo(scope),
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
  const rows = await database().prediction.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    omit,
  });
  return new Map(rows.map((row) => [row.id, toPrediction(row)]));
}

function findRow(scope: Scope, id: string) {
  return database().prediction.findFirst({ where: { id, ...visibleTo(scope) }, omit });
}

export function toPrediction(row: PredictionRow): Prediction {
  return {
    ...row,
    input: inputSchema.parse(row.input),
    sealedInput: sealedInputSchema.parse(row.sealedInput),
    inputFiles: inputFilesSchema.parse(row.inputFiles),
    output: storedJson.parse(row.output),
    webhookEventsFilter: filterSchema.parse(row.webhookEventsFilter),
  };
}
