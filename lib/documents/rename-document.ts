import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { InvalidInput, inTransaction, NotFound } from '#lib/platform/index.ts';
import { announceDocuments } from './announce-documents.ts';
import { documentName } from './document-name.ts';
import { renameStanding } from './document-store.ts';

/** Gives the document another name. @throws NotFound; InvalidInput for a name of nothing but blanks */
export async function renameDocument(scope: Scope, documentId: string, given: string): Promise<void> {
  if (given.trim() === '') throw new InvalidInput('Give the document a name.');
  const name = documentName(given);
  await inTransaction(async (tx) => {
    if (!(await renameStanding(tx, scope, documentId, name)))
      throw new NotFound('There is no such document.');
    await recordAct(tx, scope, {
      act: 'document.renamed',
      target: { kind: 'document', id: documentId, name },
    });
    await announceDocuments(tx, scope, [documentId]);
  });
}
