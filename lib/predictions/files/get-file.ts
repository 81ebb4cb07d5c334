import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import type { ApiFile } from './api-file.ts';
import { findLivingFile } from './api-file-store.ts';

/** @throws NotFound when the workspace has no such file, or it has expired. */
export async function getFile(scope: Scope, id: string): Promise<ApiFile> {
  const file = await findLivingFile(scope, id, new Date());
  if (!file) throw new NotFound('File not found');
  return file;
}
