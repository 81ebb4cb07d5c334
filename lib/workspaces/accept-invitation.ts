import type { RequestOrigin } from '#lib/access/index.ts';
import {
  createPerson,
  findRole,
  findUserByEmail,
  insertMembership,
  lockLivingWorkspace,
  newPasswordHash,
  requireTry,
} from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { JoinForm } from '#lib/contracts/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, systemClock, type Tx } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { hashInvitationToken } from './invitation.ts';
import { findUsable, lockByToken, markAccepted } from './invitation-store.ts';
import type { Person } from './workspace.ts';

/**
 * Makes whoever is signed in a member of the workspace. The link is the proof; the address it was sent to is a hint, so
 * another account may use it. A member stays what they are, and the link stays usable.
 * @throws NotFound when the link opens nothing (any more); of several at the same time one wins
 */
export async function acceptInvitation(
  person: Person,
  token: string,
  clock: Clock = systemClock,
): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const invitation = await lockUsable(tx, token, clock.now());
    const { workspace, workspaceId } = invitation;
    if (!(await findRole(tx, workspaceId, person.userId))) {
      await join(tx, person, invitation, clock.now());
    }
    return { slug: workspace.slug };
  });
}

/**
 * Makes an account with the invitation's address, and its holder a member; the caller opens their session. Every try is
 * counted. @throws NotFound as above; Conflict when the address has an account; InvalidInput for
 * a password that is easily guessed; LimitReached
 */
export async function acceptAsNewPerson(
  token: string,
  { name, password }: JoinForm,
  from: RequestOrigin,
  clock: Clock = systemClock,
): Promise<{ userId: string; slug: string }> {
  await requireTry('join', { subject: token, ipAddress: from.ipAddress });
  // Looking first keeps strangers from making us hash for nothing; the transaction decides.
  const found = await findUsable(hashInvitationToken(token), clock.now());
  if (!found) throw opensNothing();
  const passwordHash = await newPasswordHash(password, [found.email, name]);
  return inTransaction(async (tx) => {
    const invitation = await lockUsable(tx, token, clock.now());
    if (await findUserByEmail(invitation.email)) {
      throw new Conflict('This did not work. If you have an account already, sign in with it instead.');
    }
    const userId = await createPerson(tx, {
      email: invitation.email,
      name,
      passwordHash,
      // A link that was only mailed is known to who reads that mailbox.
      emailProvedAt: invitation.lastSentAt && clock.now(),
    });
    const person: Person = { kind: 'user', userId, name, memberships: [], from };
    await recordAct(
      tx,
      { actor: person, workspaceId: null },
      { act: 'account.created', target: { kind: 'user', id: userId, name } },
    );
    await join(tx, person, invitation, clock.now());
    return { userId, slug: invitation.workspace.slug };
  });
}

type Usable = NonNullable<Awaited<ReturnType<typeof findUsable>>>;

/** Held until the transaction ends, so that a link works once. The workspace first, as whoever revokes it does. */
async function lockUsable(tx: Tx, token: string, now: Date): Promise<Usable> {
  const tokenHash = hashInvitationToken(token);
  const found = await findUsable(tokenHash, now, tx);
  if (!found) throw opensNothing();
  await lockLivingWorkspace(tx, found);
  await lockByToken(tx, tokenHash);
  const invitation = await findUsable(tokenHash, now, tx);
  if (!invitation) throw opensNothing();
  return invitation;
}

async function join(tx: Tx, person: Person, invitation: Usable, now: Date): Promise<void> {
  const { id, email, role, workspaceId } = invitation;
  await insertMembership(tx, { workspaceId, userId: person.userId, role });
  await markAccepted(tx, id, { acceptedAt: now, acceptedById: person.userId });
  await recordAct(
    tx,
    { actor: person, workspaceId },
    { act: 'invitation.accepted', target: { kind: 'invitation', id, name: email }, details: { role } },
  );
  await announceAccess(tx, [person.userId]);
}

function opensNothing(): NotFound {
  return new NotFound('This invitation cannot be used any more. Ask for a new one.');
}
