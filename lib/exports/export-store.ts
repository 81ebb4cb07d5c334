import type { Scope } from '#lib/access/index.ts';
import { type ExportSelection, exportFormatSchema, exportSelectionSchema } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { Export } from './export.ts';

const fields = {
  id: true,
  name: true,
  format: true,
  selection: true,
  state: true,
  done: true,
  total: true,
  sha256: true,
  size: true,
  problem: true,
  createdAt: true,
  expiresAt: true,
  createdBy: { select: { name: true } },
} as const;

type Row = Omit<Export, 'format' | 'selection' | 'createdBy'> & {
  format: string;
  selection: unknown;
  createdBy: { name: string } | null;
};

function toExport({ format, selection, createdBy, ...row }: Row): Export {
  return {
    ...row,
    format: exportFormatSchema.parse(format),
    selection: exportSelectionSchema.parse(selection),
    createdBy: createdBy?.name ?? null,
  };
}

export async function insertExport(
  tx: Tx,
  scope: Scope,
  row: {
    id: string;
    createdById: string | null;
    format: string;
    selection: ExportSelection;
    name: string;
    total: number;
    createdAt: Date;
  },
): Promise<void> {
  await tx.export.create({ data: { ...row, workspaceId: scope.workspaceId } });
}

export async function findExport(scope: Scope, id: string): Promise<Export | null> {
  const row = await database().export.findFirst({
    where: { id, workspaceId: scope.workspaceId },
    select: fields,
  });
  return row && toExport(row);
}

/** The one look-up without a scope: it finds the workspace to ask permission for. */
export function findWorkspaceOfExport(id: string): Promise<{ workspaceId: string } | null> {
  return database().export.findUnique({ where: { id }, select: { workspaceId: true } });
}

/** Newest first. */
export async function findExports(scope: Scope, limit: number): Promise<Export[]> {
  const rows = await database().export.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: fields,
  });
  return rows.map(toExport);
}

export async function countUnfinishedExports(tx: Tx, scope: Scope): Promise<number> {
  return tx.export.count({
    where: { workspaceId: scope.workspaceId, state: { in: ['queued', 'running'] } },
  });
}

/** Begins a run, from the start; false when there is nothing to run. */
export async function beginExport(tx: Tx, scope: Scope, id: string): Promise<boolean> {
  const { count } = await tx.export.updateMany({
    where: { id, workspaceId: scope.workspaceId, state: { in: ['queued', 'running'] } },
    data: { state: 'running', done: 0, problem: null },
  });
  return count > 0;
}

export async function setExportProgress(tx: Tx, scope: Scope, id: string, done: number): Promise<boolean> {
  const { count } = await tx.export.updateMany({
    where: { id, workspaceId: scope.workspaceId, state: 'running' },
    data: { done },
  });
  return count > 0;
}

/** Ends a run, once; false when it had ended before, or is gone. */
export async function endExport(
  tx: Tx,
  scope: Scope,
  id: string,
  outcome: { completedAt: Date } & (
    | {
        state: 'ready';
        name: string;
        sha256: string;
        size: number;
        done: number;
        problem: string | null;
        expiresAt: Date;
      }
    | { state: 'failed'; problem: string }
  ),
): Promise<boolean> {
  const { count } = await tx.export.updateMany({
    where: { id, workspaceId: scope.workspaceId, state: { in: ['queued', 'running'] } },
    data: outcome,
  });
  return count > 0;
}

/** An export that failed or has expired waits to be run once more; false when it did neither. */
export async function restartExport(tx: Tx, scope: Scope, id: string, now: Date): Promise<boolean> {
  const waiting = { done: 0, problem: null, sha256: null, size: null, completedAt: null, expiresAt: null };
  const { count } = await tx.export.updateMany({
    where: {
      id,
      workspaceId: scope.workspaceId,
      OR: [{ state: 'failed' }, { state: 'ready', sha256: null }, { state: 'ready', expiresAt: { lt: now } }],
    },
    data: { state: 'queued', ...waiting },
  });
  return count > 0;
}

/** Forgets the files of at most `limit` exports whose time is over; answers their blob keys. */
export async function expireExports(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const expired = await tx.$queryRaw<{ sha256: string }[]>`
    UPDATE export SET sha256 = NULL
    FROM (
      SELECT id, sha256 FROM export WHERE expires_at < ${now} AND sha256 IS NOT NULL
      LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AS old
    WHERE export.id = old.id RETURNING old.sha256 AS sha256`;
  return expired.map(({ sha256 }) => sha256);
}

/** Deletes what the list tells no longer: exports without a file that were made before. */
export async function deleteExportsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.export.deleteMany({
    where: { createdAt: { lt: before }, sha256: null, state: { in: ['ready', 'failed'] } },
  });
}
