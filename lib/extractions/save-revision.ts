import { personOf, type Scope } from '#lib/access/index.ts';
import type { ExtractionLine, LineOperation, Save, SaveAnswer, SaveConflict } from '#lib/contracts/index.ts';
import { applyOperations, rebase } from '#lib/corrections/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { type Clock, Conflict, storableText, systemClock, type Tx } from '#lib/platform/index.ts';
import { linesOf, replay } from './extraction.ts';
import { getExtraction } from './get-extraction.ts';
import { getReading } from './machine-reading-store.ts';
import { nameOf } from './name-of.ts';
import { findRevisions, hasSave, hasSavedSince, type Revision } from './revision-store.ts';
import { storeRevision } from './store-revision.ts';
import { type LockedPage, withLockedPage } from './with-locked-page.ts';

/** Saves of one person with less than this between them are one run. */
const RUN_PAUSE_MS = 10 * 60_000;

/**
 * Saves corrections that were made on revision `base`. What others saved since stays: corrections of other lines are
 * joined with theirs; where both changed one line, nothing of this save is stored and both texts are told. The same
 * `saveId` counts once. @throws NotFound; Conflict when the page never had the revision; LimitReached
 */
export async function saveRevision(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  save: Save,
  clock: Clock = systemClock,
): Promise<SaveAnswer> {
  const conflicts = await withLockedPage(scope, documentId, pageNumber, async (tx, locked) => {
    if (await hasSave(tx, locked.page.pageId, save.saveId)) return [];
    const { operations, conflicts: found } = await operationsNow(tx, locked, save);
    if (found.length > 0 || operations.length === 0) return found;
    const { saveId } = save;
    const now = clock.now();
    await recordFirstOfRun(tx, scope, locked, now);
    await storeRevision(tx, scope, locked, { saveId, kind: 'edit', operations, now });
    return [];
  });
  const extraction = await getExtraction(scope, documentId, pageNumber);
  if (conflicts.length > 0) return { outcome: 'conflict', conflicts, extraction };
  return { outcome: 'saved', extraction };
}

/** A page that somebody works on is saved every few seconds: the trail tells when they began. */
async function recordFirstOfRun(tx: Tx, scope: Scope, { page }: LockedPage, now: Date): Promise<void> {
  const author = personOf(scope.actor);
  const since = new Date(now.getTime() - RUN_PAUSE_MS);
  if (author !== null && (await hasSavedSince(tx, page.pageId, author, since))) return;
  const details = { page: page.pageNumber };
  await recordOnDocuments(tx, scope, [page.documentId], 'page.corrected', details);
}

/** The operations as they apply to the page as it is, and where they do not. */
async function operationsNow(
  tx: Tx,
  { page, machine }: LockedPage,
  { base, operations }: Save,
): Promise<{ operations: LineOperation[]; conflicts: SaveConflict[] }> {
  if (base > page.revision) {
    throw new Conflict(`This page has no revision ${base}. Load it again; your changes are kept.`);
  }
  const now = linesOf(page, machine);
  const since = await findRevisions(page.pageId, { after: base }, tx);
  const atBase = base === page.revision ? now : await linesAt(tx, { page, machine }, base);
  const rebased = rebase(operations.map(storableOperation), { atBase, now });
  const { dropped } = applyOperations(now, rebased.operations);
  const kept = rebased.operations.filter((operation) => !dropped.includes(operation));
  const lost = dropped.flatMap(lostText).map((text) => ({ ...text, before: '', theirs: null }));
  const conflicts = [...rebased.conflicts, ...lost];
  return {
    operations: kept,
    conflicts: conflicts.map((conflict) => ({ ...conflict, author: authorOf(conflict.line, since) })),
  };
}

/** The lines of a locked page as they were at an earlier revision. */
async function linesAt(tx: Tx, { page, machine }: LockedPage, base: number): Promise<ExtractionLine[]> {
  const revisions = await findRevisions(page.pageId, { upTo: base }, tx);
  const [first] = revisions;
  return replay(first ? await getReading(first.jobPageId, tx) : machine, revisions);
}

/** Text for which there is no place any more, so that it is shown to the person instead of being lost. */
function lostText(operation: LineOperation): { line: string; mine: string }[] {
  if (operation.op === 'set') return [{ line: operation.line, mine: operation.text }];
  return operation.op === 'add' ? [{ line: operation.added, mine: operation.text }] : [];
}

/** Who changed the line last. */
function authorOf(line: string, since: readonly Revision[]): string | null {
  const names = (operation: LineOperation) =>
    operation.op === 'replace' ||
    (operation.op !== 'add' && operation.line === line) ||
    (operation.op === 'merge' && operation.with === line) ||
    ((operation.op === 'add' || operation.op === 'split') && operation.added === line);
  const last = since.findLast(({ operations }) => operations.some(names));
  return last ? nameOf(last) : null;
}

function storableOperation(operation: LineOperation): LineOperation {
  return 'text' in operation ? { ...operation, text: storableText(operation.text) } : operation;
}
