import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

export type SealedKeys = {
  sealedKey: string;
  /** The one before, and when it was replaced; null if there was none. */
  previousSealedKey: string | null;
  replacedAt: Date | null;
};

export async function findSealedKeys({ workspaceId }: Scope): Promise<SealedKeys | null> {
  return await database().webhookSecret.findUnique({ where: { workspaceId } });
}

/** Puts `fresh` in the place of `replaced` unless somebody did so before, and answers what is kept. */
export async function replaceSealedKey(
  { workspaceId }: Scope,
  replaced: string,
  fresh: SealedKeys,
  tx: Tx = database(),
): Promise<SealedKeys> {
  await tx.webhookSecret.updateMany({ where: { workspaceId, sealedKey: replaced }, data: fresh });
  return await tx.webhookSecret.findUniqueOrThrow({ where: { workspaceId } });
}

/** Keeps the key unless there is one by now, and answers what is kept. */
export async function keepSealedKey({ workspaceId }: Scope, sealedKey: string): Promise<SealedKeys> {
  await database().webhookSecret.createMany({ data: { workspaceId, sealedKey }, skipDuplicates: true });
  return await database().webhookSecret.findUniqueOrThrow({ where: { workspaceId } });
}
