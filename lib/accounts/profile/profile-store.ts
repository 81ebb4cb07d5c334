import type { Profile } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

const fields = { name: true, locale: true, timeZone: true, digest: true } as const;

export function findProfile(userId: string, tx: Tx = database()): Promise<Profile> {
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select: fields });
}

export async function updateProfile(
  tx: Tx,
  userId: string,
  change: Profile & { lastDigestAt?: Date },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: change });
}
