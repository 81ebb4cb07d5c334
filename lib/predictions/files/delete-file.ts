import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { setDeleted } from './api-file-store.ts';

/** Predictions that were made with the file keep its bytes. @throws NotFound */
export async function deleteFile(scope: Scope, id: string): Promise<void> {
  if (!(await setDeleted(scope, id, new Date()))) throw new NotFound('File not found');
}
