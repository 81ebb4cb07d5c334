import type { Scope } from '#lib/access/index.ts';
import { announce } from '#lib/live/index.ts';
import type { Tx } from '#lib/platform/index.ts';

/** Has open pages fetch tags and folders again, once the transaction commits. */
export async function announceLibrary(tx: Tx, { workspaceId }: Scope): Promise<void> {
  await announce(tx, { topic: 'library', workspaceId });
}
