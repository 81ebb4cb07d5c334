import type { Scope } from '#lib/access/index.ts';
import type { Member, MemberInDetail } from './member.ts';
import { findMembers, findMembersInDetail } from './member-store.ts';

/** Who belongs to the workspace, by name. */
export function listMembers(scope: Scope): Promise<Member[]> {
  return findMembers(scope);
}

/** The same with addresses, and when they came and were last seen. */
export function listMembersInDetail(scope: Scope): Promise<MemberInDetail[]> {
  return findMembersInDetail(scope);
}
