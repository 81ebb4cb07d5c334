import { announceMany } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';

/** Tells what these people have open to check again whether, and as what, they may stay. */
export async function announceAccess(tx: Tx, userIds: readonly string[]): Promise<void> {
  await announceMany(
    tx,
    userIds.map((userId) => ({ topic: 'access', userId })),
  );
}
