import type { Scope } from '#lib/access/index.ts';
import type { Tag } from '#lib/contracts/index.ts';
import { findTags } from './tag-store.ts';

/** A tag and how many documents carry it, the trash apart. */
export type TagEntry = Tag & { documents: number };

/** By name. */
export function listTags(scope: Scope): Promise<TagEntry[]> {
  return findTags(scope);
}
