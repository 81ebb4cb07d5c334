import type { SetUpForm } from '#lib/contracts/index.ts';
import { Conflict, inTransaction } from '#lib/platform/index.ts';
import { createFirstOwner } from './create-first-owner.ts';
import { isSetUp } from './is-set-up.ts';
import { newPasswordHash } from './passwords/new-password-hash.ts';

/**
 * Makes the installation's first owner with a workspace of their own. Anybody may, while no user exists; of
 * several at the same time one wins.
 * @throws Conflict when the installation has a user already; InvalidInput for a `password` that is easily guessed
 */
export async function setUpFirstOwner(form: SetUpForm): Promise<{ userId: string; workspaceSlug: string }> {
  const { email, name, password, workspaceName } = form;
  // Looking first keeps strangers from making us hash for nothing; the transaction decides.
  if (await isSetUp()) throw alreadySetUp();
  const passwordHash = await newPasswordHash(password, [email, name, workspaceName]);
  const created = await inTransaction((tx) =>
    createFirstOwner(tx, { email, name, passwordHash, workspaceName }),
  );
  if (!created) throw alreadySetUp();
  return { userId: created.userId, workspaceSlug: created.workspaceSlug };
}

function alreadySetUp(): Conflict {
  return new Conflict('This installation has been set up already. Sign in instead.');
}
