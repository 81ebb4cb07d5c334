import type { Scope } from '#lib/access/index.ts';
import type { Member } from './member.ts';
import { findMembers } from './member-store.ts';

/** Who belongs to the workspace, by name. */
export function listMembers(scope: Scope): Promise<Member[]> {
  return findMembers(scope);
}
