import type { Scope } from '#lib/access/index.ts';
import { type Page, type Position, pageOf } from '#lib/platform/index.ts';
import type { ApiFile } from './api-file.ts';
import { listLivingFiles } from './api-file-store.ts';

const PAGE_SIZE = 100;

/** One page of the workspace's files, newest first, going on at `position` when one is given. */
export async function listFiles(scope: Scope, position: Position | null): Promise<Page<ApiFile>> {
  return pageOf(await listLivingFiles(scope, new Date(), position, PAGE_SIZE + 1), position, PAGE_SIZE);
}
