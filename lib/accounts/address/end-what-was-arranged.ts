import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { announceMany } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { asPerson } from '../as-person.ts';
import { deleteMembership, findRole, hasOtherOwner, lockWorkspace } from '../workspace-store.ts';
import { findWorkspacesOf, revokeInvitationsMadeBy, revokeTokensMadeBy } from './arranged-store.ts';

type Person = { id: string; name: string };

/**
 * Ends what an account was made part of: its memberships, but for the workspace `staysIn` and those that it alone owns,
 * and in every workspace the API tokens and pending invitations that it has made.
 */
export async function endWhatWasArranged(
  tx: Tx,
  person: Person,
  { origin, now, staysIn }: { origin: RequestOrigin; now: Date; staysIn: string | null },
): Promise<void> {
  const { actor } = asPerson(person, origin);
  for (const workspaceId of await findWorkspacesOf(tx, person.id)) {
    const workspace = await lockWorkspace(tx, workspaceId);
    // Only now nobody can make them its owner, or remove them.
    const role = await findRole(tx, workspaceId, person.id);
    if (role === null || workspaceId === staysIn) continue;
    if (role === 'owner' && !(await hasOtherOwner(tx, workspaceId, person.id))) continue;
    await deleteMembership(tx, workspaceId, person.id);
    await recordAct(
      tx,
      { actor, workspaceId },
      {
        act: 'member.left',
        target: { kind: 'workspace', id: workspaceId, ...(workspace && { name: workspace.name }) },
        details: { role, way: 'oidc' },
      },
    );
  }
  const tokens = await revokeTokensMadeBy(tx, person.id, now);
  for (const { id, name, workspaceId } of tokens) {
    await recordAct(
      tx,
      { actor, workspaceId },
      { act: 'token.revoked', target: { kind: 'token', id, name } },
    );
  }
  await announceMany(
    tx,
    tokens.map(({ id }) => ({ topic: 'token' as const, tokenId: id })),
  );
  for (const { id, email, workspaceId } of await revokeInvitationsMadeBy(tx, person.id, now)) {
    const target = { kind: 'invitation', id, name: email };
    await recordAct(tx, { actor, workspaceId }, { act: 'invitation.revoked', target });
  }
}
