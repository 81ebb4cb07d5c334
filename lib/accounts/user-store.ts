import { database, type Tx } from '#lib/platform/database.ts';

/** Taken by whoever may create the first user, so that two set-ups cannot both win. */
const FIRST_OWNER_LOCK = 7_305_001;

export async function lockFirstOwner(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_OWNER_LOCK})`;
}

export async function anyUserExists(tx: Tx = database()): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

const publicFields = { id: true, name: true, email: true } as const;

export function findUserById(id: string, tx: Tx = database()) {
  return tx.user.findUnique({ where: { id }, select: publicFields });
}

export function findUserWithEmail(email: string, tx: Tx = database()) {
  return tx.user.findUnique({ where: { email }, select: publicFields });
}

export function findCredentials(email: string) {
  return database().user.findUnique({ where: { email }, select: credentials });
}

const credentials = {
  id: true,
  name: true,
  email: true,
  passwordHash: true,
  totpConfirmedAt: true,
} as const;

export type Credentials = {
  id: string;
  name: string;
  email: string;
  passwordHash: string | null;
  totpConfirmedAt: Date | null;
};

export function findCredentialsById(id: string, tx: Tx = database()): Promise<Credentials> {
  return tx.user.findUniqueOrThrow({ where: { id }, select: credentials });
}

/** Held until the transaction ends: the password cannot change meanwhile; rows that name the person can be written. */
export async function lockCredentials(tx: Tx, id: string): Promise<Credentials> {
  await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${id} FOR NO KEY UPDATE`;
  return await findCredentialsById(id, tx);
}

export async function setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash } });
}

export async function insertUser(
  tx: Tx,
  user: {
    id: string;
    email: string;
    name: string;
    passwordHash: string | null;
    emailProvedAt: Date | null;
    isInstanceOwner: boolean;
  },
): Promise<void> {
  await tx.user.create({ data: user });
}

export async function insertWorkspace(
  tx: Tx,
  workspace: { id: string; slug: string; name: string },
  ownerId: string,
): Promise<void> {
  await tx.workspace.create({ data: workspace });
  await tx.membership.create({ data: { workspaceId: workspace.id, userId: ownerId, role: 'owner' } });
}

/** The workspace that the installation's first owner made first. */
export async function findFirstOwnersWorkspace(
  tx: Tx,
  email: string,
): Promise<{ workspaceId: string; userId: string } | null> {
  return tx.membership.findFirst({
    where: { role: 'owner', user: { email, isInstanceOwner: true }, workspace: { deletedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { workspaceId: 'asc' }],
    select: { workspaceId: true, userId: true },
  });
}
