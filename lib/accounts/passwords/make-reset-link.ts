import type { InstanceScope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, config, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { requireOwnSession } from '../require-own-session.ts';
import { beginStep } from '../steps/sign-in-step.ts';
import { deleteStepsOf } from '../steps/sign-in-step-store.ts';
import { findUserById, findUserWithEmail } from '../user-store.ts';
import type { KeptOfReset } from './reset-password.ts';

const HOUR_MS = 3_600_000;
/** Longer than a mailed link: somebody has to pass it on. */
const LIFETIME_MS = 24 * HOUR_MS;

type Asked = { person: { id: string } | { email: string }; endsSecondFactor: boolean };
export type ResetLink = { link: string; email: string; expiresAt: Date };

/**
 * A link with which a person chooses a new password, to be handed to them by who looks after the installation: the way
 * back where no e-mail is sent. It works once, for a day, and what was sent or made before works no more. With
 * `endsSecondFactor` using it switches the authenticator app off, too. Its text is returned this once.
 * @throws NotFound without such a person; Unauthenticated once the asker's session has ended
 */
export async function makeResetLink(
  { actor }: InstanceScope,
  { person, endsSecondFactor }: Asked,
  clock: Clock = systemClock,
): Promise<ResetLink> {
  return await inTransaction(async (tx) => {
    await requireOwnSession(tx, actor);
    const user =
      'id' in person ? await findUserById(person.id, tx) : await findUserWithEmail(person.email, tx);
    if (!user) throw new NotFound('There is no such person any more. Load the page again.');
    await deleteStepsOf(tx, user.id);
    const data: KeptOfReset = { by: 'operator', endsSecondFactor: endsSecondFactor ? 'yes' : null };
    const step = { userId: user.id, data, lifetimeMs: LIFETIME_MS };
    const { token, expiresAt } = await beginStep(tx, 'password_reset', step, clock.now());
    const target = { kind: 'user', id: user.id, name: user.name };
    const details = { ends_second_factor: endsSecondFactor };
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.reset_link_made', target, details });
    return { link: `${config().publicUrl}/reset-password/${token}`, email: user.email, expiresAt };
  });
}
