import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { LAST_USED_STEP_MS } from './api-token.ts';

export type ApiTokenRow = {
  workspaceId: string;
  createdById: string | null;
  kind: 'personal' | 'portal';
  name: string;
  prefix: string;
  tokenHash: string;
  scopes: string[];
  expiresAt?: Date | null;
};

export function findLivingToken(tokenHash: string, now: Date) {
  return database().apiToken.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      workspace: { deletedAt: null },
    },
    select: {
      id: true,
      workspaceId: true,
      kind: true,
      name: true,
      scopes: true,
      createdById: true,
      expiresAt: true,
      lastUsedAt: true,
    },
  });
}

/** Whether it opens anything; if so nobody revokes it until the transaction ends. */
export async function lockLivingToken(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM api_token WHERE id = ${id} AND revoked_at IS NULL FOR SHARE`;
  return rows.length > 0;
}

export async function touchToken(id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - LAST_USED_STEP_MS);
  await database().apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
    data: { lastUsedAt: now },
  });
}

export async function insertApiToken(tx: Tx, row: ApiTokenRow): Promise<string> {
  const { id } = await tx.apiToken.create({ data: { id: newId(), ...row }, select: { id: true } });
  return id;
}

/** Leaves a token that is known already, revoked or not, as it is. */
export async function insertApiTokenOnce(tx: Tx, row: ApiTokenRow): Promise<void> {
  await tx.apiToken.createMany({ data: [{ id: newId(), ...row }], skipDuplicates: true });
}

export async function replacePortalToken(
  tx: Tx,
  workspaceId: string,
  tokenHash: string,
  scopes: string[],
): Promise<void> {
  await tx.apiToken.deleteMany({ where: { workspaceId, kind: 'portal', tokenHash: { not: tokenHash } } });
  await insertApiTokenOnce(tx, {
    workspaceId,
    createdById: null,
    kind: 'portal',
    name: 'Portal',
    prefix: '',
    tokenHash,
    scopes,
  });
}

export function workspacesForPortalTokens() {
  return database().workspace.findMany({ where: { deletedAt: null }, select: { id: true } });
}

export function livingTokensOf(scope: Scope, now: Date) {
  return database().apiToken.findMany({
    where: {
      workspaceId: scope.workspaceId,
      kind: 'personal',
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      prefix: true,
      scopes: true,
      createdAt: true,
      lastUsedAt: true,
      expiresAt: true,
      createdBy: {
        select: {
          name: true,
          memberships: { where: { workspaceId: scope.workspaceId }, select: { role: true } },
        },
      },
    },
  });
}

/** Null when it is not living, or not the workspace's. */
export async function markTokenRevoked(
  tx: Tx,
  scope: Scope,
  id: string,
  now: Date,
): Promise<{ name: string } | null> {
  const where = { id, workspaceId: scope.workspaceId, kind: 'personal' as const };
  const { count } = await tx.apiToken.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0 ? tx.apiToken.findFirst({ where, select: { name: true } }) : null;
}
