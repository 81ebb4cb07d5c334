import { authorize, type Scope } from '#lib/access/index.ts';
import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import { failExport, runExport, type WritePdf } from '#lib/exports/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import { type TaskName, work } from '#lib/queue/index.ts';

/** Runs exports in this process, one after the other, until `stop` aborts. */
export async function registerExportTasks(writer: EnginePool, stop: AbortSignal): Promise<void> {
  const writePdf = pdfWriter(writer);
  await work('run-export', 1, async ({ workspaceId, exportId }, context) => {
    const signal = AbortSignal.any([context.signal, stop]);
    await runExport(systemScope('run-export', workspaceId), exportId, { writePdf, signal });
  });
  await work('fail-export', 1, async ({ workspaceId, exportId }) => {
    await failExport(systemScope('fail-export', workspaceId), exportId);
  });
}

/**
 * The original may be hostile: only an engine child opens it. What it says about a file is the export's problem; an
 * interruption says nothing about the file. One that kills two children is at fault.
 */
function pdfWriter(writer: EnginePool): WritePdf {
  return async (input, options) => {
    try {
      return await writer.searchablePdf(input, options).catch((error: unknown) => {
        if (error instanceof EngineError && error.code === 'crashed')
          return writer.searchablePdf(input, options);
        throw error;
      });
    } catch (error) {
      if (error instanceof EngineError && error.code !== 'aborted') throw new InvalidInput(error.message);
      throw error;
    }
  };
}

function systemScope(reason: TaskName, workspaceId: string): Scope {
  return authorize({ kind: 'system', reason }, workspaceId, 'job:read');
}
