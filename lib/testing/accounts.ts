import { hash } from '@node-rs/argon2';
import { type Actor, allTokenScopes, authorize, type Role, type TokenScope } from '#lib/access/index.ts';
import { createApiToken, ensureFirstOwner, openSession } from '#lib/accounts/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';

// People and workspaces straight into the database that this process's configuration names, for tests that are
// about something else than how accounts come to be.

/** The weakest that the library takes: these passwords protect nothing. */
const QUICK_COST = { memoryCost: 8, timeCost: 1, parallelism: 1 };

export type TestWorkspace = { id: string; slug: string; name: string };
export type TestUser = {
  id: string;
  name: string;
  email: string;
  password: string;
  role: Role;
  workspace: TestWorkspace;
  /** The value of the session cookie. */
  sessionToken: string;
};

/** A signed-in person with this role, by default the owner of a new workspace. */
export async function createUser({
  role = 'owner',
  workspace,
}: {
  role?: Role;
  workspace?: TestWorkspace;
} = {}): Promise<TestUser> {
  const home = workspace ?? (await createWorkspace());
  const id = newId();
  const person = { id, name: `Tester ${id.slice(-4)}`, email: `${id}@example.org` };
  const password = `password of ${id}`;
  const passwordHash = await hash(password, QUICK_COST);
  await database().user.create({
    data: {
      ...person,
      passwordHash,
      emailProvedAt: new Date(),
      memberships: { create: { workspaceId: home.id, role } },
    },
  });
  const { token } = await openSession(id, 'password', { userAgent: 'test', ipAddress: null });
  return { ...person, password, role, workspace: home, sessionToken: token };
}

async function createWorkspace(): Promise<TestWorkspace> {
  const id = newId();
  const workspace = { id, slug: `team-${id}`, name: `Team ${id.slice(-4)}` };
  await database().workspace.create({ data: workspace });
  // Gives the new workspace the portal's key to the prediction service, too.
  await ensureFirstOwner({ firstOwner: undefined });
  return workspace;
}

/** A token for programs, made in the user's name; the user must be owner or admin. */
export async function apiTokenOf(
  user: TestUser,
  scopes: readonly TokenScope[] = allTokenScopes,
): Promise<string> {
  const actor: Actor = {
    kind: 'user',
    userId: user.id,
    memberships: [{ workspaceId: user.workspace.id, role: user.role }],
  };
  const scope = authorize(actor, user.workspace.id, 'token:manage');
  const { token } = await createApiToken(scope, { name: 'Test', scopes, days: null });
  return token;
}
