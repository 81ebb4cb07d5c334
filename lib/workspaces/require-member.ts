import type { Scope } from '#lib/access/index.ts';
import { hasOtherOwner } from '#lib/accounts/index.ts';
import { Conflict, NotFound, type Tx } from '#lib/platform/index.ts';
import type { Member } from './member.ts';
import { findMember } from './member-store.ts';

/** @throws NotFound when there is no such member any more. */
export async function requireMember(
  tx: Tx,
  scope: Scope,
  userId: string,
): Promise<Member & { email: string }> {
  const member = await findMember(tx, scope, userId);
  if (!member) throw new NotFound('This person is not a member of the workspace any more.');
  return member;
}

/** There is always an owner. @throws Conflict saying what to do first */
export async function requireAnotherOwner(tx: Tx, { workspaceId }: Scope, userId: string): Promise<void> {
  if (await hasOtherOwner(tx, workspaceId, userId)) return;
  throw new Conflict('A workspace needs an owner, and this is the only one. Make somebody else owner first.');
}
