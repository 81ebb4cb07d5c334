import type { Scope } from '#lib/access/index.ts';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { type MachineReading, type PageExtraction, replay } from './extraction.ts';
import { getReading } from './machine-reading-store.ts';
import { readPage } from './read-page.ts';
import { findRevisions } from './revision-store.ts';

/** The lines of a page as they were at a revision; 0: as the machine read them. @throws NotFound */
export async function extractionAt(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  number: number,
): Promise<ExtractionLine[]> {
  const page = await readPage(scope, documentId, pageNumber);
  return (await pageAt(page, number)).lines;
}

/** The lines of a page at a revision, and the reading on which they stood. @throws NotFound */
export async function pageAt(
  { pageId, jobPageId, revision }: PageExtraction,
  number: number,
): Promise<{ lines: ExtractionLine[]; machine: MachineReading }> {
  if (number > revision) throw new NotFound('This page has no such revision.');
  const [first] = await findRevisions(pageId, { upTo: 1 });
  const revisions = await findRevisions(pageId, { upTo: number });
  const start = await getReading(first?.jobPageId ?? jobPageId);
  const last = revisions.at(-1);
  const machine = last && last.jobPageId !== start.jobPageId ? await getReading(last.jobPageId) : start;
  return { lines: replay(start, revisions), machine };
}
