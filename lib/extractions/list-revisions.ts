import type { Scope } from '#lib/access/index.ts';
import type { ExtractionLine, RevisionSummary } from '#lib/contracts/index.ts';
import { applyOperations, linesOfReading } from '#lib/corrections/index.ts';
import { getReading } from './machine-reading-store.ts';
import { readPage } from './read-page.ts';
import { findRevisions } from './revision-store.ts';

/** All changes of a page with the lines that each changed, newest first. @throws NotFound */
export async function listRevisions(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<RevisionSummary[]> {
  const { pageId, jobPageId } = await readPage(scope, documentId, pageNumber);
  const revisions = await findRevisions(pageId);
  const start = await getReading(revisions[0]?.jobPageId ?? jobPageId);
  let lines = linesOfReading(start.reading, start.text);
  const summaries = revisions.map(({ number, kind, author, apiToken, createdAt, operations }) => {
    const before = lines;
    lines = applyOperations(before, operations).lines;
    return {
      number,
      kind,
      author,
      apiToken,
      createdAt: createdAt.toISOString(),
      changes: changesBetween(before, lines),
    };
  });
  return summaries.reverse();
}

/** Lines of another text, in the order of now; then those that are gone. */
function changesBetween(
  before: readonly ExtractionLine[],
  after: readonly ExtractionLine[],
): RevisionSummary['changes'] {
  const old = new Map(before.map(({ id, text }) => [id, text]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.map(({ id, text }) => ({ line: id, before: old.get(id) ?? null, after: text })),
    ...before
      .filter(({ id }) => !now.has(id))
      .map(({ id, text }) => ({ line: id, before: text, after: null })),
  ].filter((change) => change.before !== change.after);
}
