import type { Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';

/**
 * Takes the pages of an ended job over into a new one, as they ended, except those that are read anew. What was read
 * stays with the earlier job, where the extractions know it.
 */
export async function carryPages(
  tx: Tx,
  { from, to, except }: { from: string; to: string; except: readonly number[] },
): Promise<void> {
  const pages = await tx.jobPage.findMany({
    where: { jobId: from, pageNumber: { notIn: [...except] } },
    omit: { text: true, reading: true },
  });
  await tx.jobPage.createMany({
    data: pages.map((page) => ({
      ...page,
      id: newId(),
      jobId: to,
      submissionId: newId(),
      predictionId: null,
    })),
  });
}
