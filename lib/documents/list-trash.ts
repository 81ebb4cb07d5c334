import type { Scope } from '#lib/access/index.ts';
import { countTrash, findTrash, findTrashed, type TrashedDocument } from './trash-store.ts';

export type TrashList = { documents: TrashedDocument[]; total: number };

/** Documents in the workspace's trash, the last first, from the `skip`th on, at most 100. */
export async function listTrash(scope: Scope, { skip = 0 }: { skip?: number } = {}): Promise<TrashList> {
  const [documents, total] = await Promise.all([findTrash(scope, skip, 100), countTrash(scope)]);
  return { documents, total };
}

/** The document if it is in the trash; null when it stands, was deleted, or belongs to another workspace. */
export async function trashedDocument(scope: Scope, id: string): Promise<TrashedDocument | null> {
  return findTrashed(scope, id);
}
