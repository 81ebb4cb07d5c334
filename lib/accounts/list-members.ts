import type { Role, Scope } from '#lib/access/index.ts';
import { findMembers } from './member-store.ts';

export type Member = { id: string; name: string; role: Role };

/** Who belongs to the workspace, by name. */
export function listMembers(scope: Scope): Promise<Member[]> {
  return findMembers(scope);
}
