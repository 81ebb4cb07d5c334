import { personOf, type Scope, tokenOf } from '#lib/access/index.ts';
import type { LineOperation, RevisionKind } from '#lib/contracts/index.ts';
import { applyOperations } from '#lib/corrections/index.ts';
import { announce } from '#lib/live/index.ts';
import { LimitReached, newId, type Tx } from '#lib/platform/index.ts';
import { linesOf, type MachineReading, type PageExtraction } from './extraction.ts';
import { insertRevision } from './revision-store.ts';
import { writeExtraction } from './write-extraction.ts';

/** More than any page holds; a page is loaded whole. */
const MAX_LINES = 5_000;

export type NewRevision = {
  saveId: string;
  kind: RevisionKind;
  operations: LineOperation[];
  now: Date;
  /** The reading that the lines stand on from now on, where it is another one. */
  onto?: MachineReading;
  /** Whether a later reading is still to be offered; yes unless told. */
  keepsOffer?: boolean;
};

/** Writes the next revision of a locked page, and what the page says by it, and tells everybody who has it open. */
export async function storeRevision(
  tx: Tx,
  scope: Scope,
  { page, machine }: { page: PageExtraction; machine: MachineReading },
  { saveId, kind, operations, now, onto = machine, keepsOffer = true }: NewRevision,
): Promise<void> {
  const { workspaceId, documentId, pageId, pageNumber } = page;
  const { lines } = applyOperations(linesOf(page, machine), operations);
  if (lines.length > MAX_LINES) throw new LimitReached(`A page holds ${MAX_LINES} lines at most.`);
  const number = page.revision + 1;
  await insertRevision(tx, {
    id: newId(),
    workspaceId,
    pageId,
    number,
    saveId,
    kind,
    authorId: personOf(scope.actor),
    apiTokenId: tokenOf(scope.actor),
    jobPageId: onto.jobPageId,
    operations,
    createdAt: now,
  });
  const newerJobPageId = keepsOffer ? page.newerJobPageId : null;
  await writeExtraction(
    tx,
    page,
    { machine: onto, corrected: { revision: number, lines }, newerJobPageId },
    now,
  );
  await announce(tx, { topic: 'document', workspaceId, documentId, page: pageNumber });
}
