import type { Scope } from '#lib/access/index.ts';
import { inTransaction, NotFound, type Tx } from '#lib/platform/index.ts';
import type { MachineReading, PageExtraction } from './extraction.ts';
import { lockExtraction } from './extraction-store.ts';
import { getReading } from './machine-reading-store.ts';
import { readPage } from './read-page.ts';

export type LockedPage = { page: PageExtraction; machine: MachineReading };

/** Runs `work` while nobody else changes the page. @throws NotFound, also while nothing was read on it */
export async function withLockedPage<Result>(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  work: (tx: Tx, locked: LockedPage) => Promise<Result>,
): Promise<Result> {
  const place = await readPage(scope, documentId, pageNumber);
  return inTransaction(async (tx) => {
    const page = await lockExtraction(tx, place);
    if (!page) throw new NotFound('There is no such page.');
    return work(tx, { page, machine: await getReading(page.jobPageId, tx) });
  });
}
