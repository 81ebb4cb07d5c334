import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

export async function findSealedKey({ workspaceId }: Scope): Promise<string | undefined> {
  const found = await database().webhookSecret.findUnique({ where: { workspaceId } });
  return found?.sealedKey;
}

/** Puts `sealedKey` in the place of `replaced` unless somebody did so before, and answers the one that is kept. */
export async function replaceSealedKey(
  { workspaceId }: Scope,
  replaced: string,
  sealedKey: string,
): Promise<string> {
  await database().webhookSecret.updateMany({
    where: { workspaceId, sealedKey: replaced },
    data: { sealedKey },
  });
  const kept = await database().webhookSecret.findUniqueOrThrow({ where: { workspaceId } });
  return kept.sealedKey;
}

/** Keeps the key unless there is one by now, and answers the one that is kept. */
export async function keepSealedKey({ workspaceId }: Scope, sealedKey: string): Promise<string> {
  await database().webhookSecret.createMany({ data: { workspaceId, sealedKey }, skipDuplicates: true });
  const kept = await database().webhookSecret.findUniqueOrThrow({ where: { workspaceId } });
  return kept.sealedKey;
}
