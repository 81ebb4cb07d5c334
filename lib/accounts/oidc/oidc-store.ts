import { database, type Tx } from '#lib/platform/database.ts';

type Identity = { issuer: string; subject: string };

/** Held while a person comes in by OIDC, so that two first visits at once make one account. */
const OIDC_LOCK = 7_305_003;

export async function lockOidc(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${OIDC_LOCK})`;
}

export async function findIdentity(tx: Tx, { issuer, subject }: Identity) {
  const found = await tx.oidcIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select: { id: true, name: true } } },
  });
  return found?.user ?? null;
}

/** False when it is there already, whoever's it is. */
export async function insertIdentity(tx: Tx, identity: Identity & { userId: string }): Promise<boolean> {
  const { count } = await tx.oidcIdentity.createMany({ data: identity, skipDuplicates: true });
  return count > 0;
}

/** The living workspace that has this slug, or had it. */
export function findWorkspaceBySlug(tx: Tx, slug: string): Promise<{ id: string } | null> {
  return tx.workspace.findFirst({
    where: { deletedAt: null, OR: [{ slug }, { formerSlugs: { some: { slug } } }] },
    select: { id: true },
  });
}

export async function findIdentities(userId: string): Promise<string[]> {
  const found = await database().oidcIdentity.findMany({ where: { userId }, select: { issuer: true } });
  return found.map(({ issuer }) => issuer);
}
