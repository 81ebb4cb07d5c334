import type { Scope } from '#lib/access/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { recordForCaller } from '../record-for-caller.ts';
import { setDeleted } from './api-file-store.ts';

/** Predictions that were made with the file keep its bytes. @throws NotFound */
export async function deleteFile(scope: Scope, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const deleted = await setDeleted(tx, scope, id, new Date());
    if (!deleted) throw new NotFound('File not found');
    await recordForCaller(tx, scope, {
      act: 'file.deleted',
      target: { kind: 'file', id, name: deleted.name },
    });
  });
}
