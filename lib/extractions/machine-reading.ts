import type { Scope } from '#lib/access/index.ts';
import type { MachineReading } from './extraction.ts';
import { getReading } from './machine-reading-store.ts';
import { readPage } from './read-page.ts';

/** What the machine read on the page, as its text stands on it. @throws NotFound, also while nothing was read on it */
export async function machineReading(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<MachineReading> {
  const { jobPageId } = await readPage(scope, documentId, pageNumber);
  return getReading(jobPageId);
}
