'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, startExportSchema } from '#lib/contracts/index.ts';
import * as exporting from '#lib/exports/index.ts';

const inWorkspace = z.object({ workspace: z.string() });
const ofStart = inWorkspace.extend(startExportSchema.shape);
const ofExport = inWorkspace.extend({ exportId: z.string() });

/** Whoever may read documents may take them along. */
export async function startExport(
  input: z.input<typeof ofStart>,
): Promise<ActionResult<{ exportId: string }>> {
  return runInWorkspace(ofStart, input, 'job:read', ({ format, selection }, scope) =>
    exporting.startExport(scope, { format, selection }),
  );
}

export async function repeatExport(input: z.input<typeof ofExport>): Promise<ActionResult<null>> {
  return runInWorkspace(ofExport, input, 'job:read', async ({ exportId }, scope) => {
    await exporting.repeatExport(scope, exportId);
    return null;
  });
}
