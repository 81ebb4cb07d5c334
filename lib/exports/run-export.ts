import type { Scope } from '#lib/access/index.ts';
import { discardBlob, holdBlob, writeBlob } from '#lib/blobs/index.ts';
import { announce } from '#lib/live/index.ts';
import { AppError, type Clock, inTransaction, systemClock, Unavailable } from '#lib/platform/index.ts';
import { KEPT_MS } from './export.ts';
import { type ExportTools, type Missing, openExportContent } from './export-content.ts';
import { beginExport, endExport, findExport, setExportProgress } from './export-store.ts';

/** What the database can count, and enough for a day's work. */
const MAX_BYTES = 2_000_000_000;

/**
 * Writes an export's file and tells how far it is. Safe to repeat: a run begins anew, and its file counts when it
 * is whole. A document that cannot be written is named in the export; only when none can it has failed.
 */
export async function runExport(
  scope: Scope,
  exportId: string,
  tools: ExportTools,
  clock: Clock = systemClock,
): Promise<void> {
  const found = await findExport(scope, exportId);
  if (!found || !(await changed(scope, exportId, (tx) => beginExport(tx, scope, exportId)))) return;
  const missing: Missing[] = [];
  try {
    const { name, bytes } = await openExportContent(scope, found, tools, clock.now(), {
      miss: (one) => void missing.push(one),
      done: (count) => changed(scope, exportId, (tx) => setExportProgress(tx, scope, exportId, count)),
    });
    const blob = await writeBlob(bytes, { maxBytes: MAX_BYTES });
    const { sha256, size } = blob;
    const completedAt = clock.now();
    const hasEnded = await changed(scope, exportId, async (tx) => {
      const ended = await endExport(tx, scope, exportId, {
        state: 'ready',
        ...{ name, sha256, size, completedAt, done: found.total, problem: told(missing, found.total) },
        expiresAt: new Date(completedAt.getTime() + KEPT_MS),
      });
      if (ended) await holdBlob(tx, sha256);
      return ended;
    });
    if (!hasEnded) await discardBlob(blob);
  } catch (error) {
    // What is unavailable, and a file that was lost before it counted, is for the next run.
    if (!(error instanceof AppError) || error instanceof Unavailable || tools.signal.aborted) throw error;
    await endAsFailed(scope, exportId, error.message, clock);
  }
}

/** Gives up an export that no worker could finish. */
export async function failExport(scope: Scope, exportId: string, clock: Clock = systemClock): Promise<void> {
  const problem = 'The file could not be written after several tries. Try again later.';
  await endAsFailed(scope, exportId, problem, clock);
}

async function endAsFailed(scope: Scope, exportId: string, problem: string, clock: Clock): Promise<void> {
  await changed(scope, exportId, (tx) =>
    endExport(tx, scope, exportId, { state: 'failed', problem, completedAt: clock.now() }),
  );
}

/** Makes a change and tells of it; false when there was nothing to change. */
function changed(
  scope: Scope,
  exportId: string,
  change: (tx: Parameters<typeof beginExport>[0]) => Promise<boolean>,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const hasChanged = await change(tx);
    if (hasChanged) await announce(tx, { topic: 'export', workspaceId: scope.workspaceId, exportId });
    return hasChanged;
  });
}

function told(missing: readonly Missing[], total: number): string | null {
  if (missing.length === 0) return null;
  return `${missing.length} of ${total} documents ${missing.length === 1 ? 'is' : 'are'} missing; the file missing.txt in it tells why.`;
}
