import type { Tx } from '#lib/platform/index.ts';
import type { LiveMessage } from './messages.ts';

export const CHANNEL = 'lectern';

/** Tells every process, exactly when and if the caller's transaction commits. */
export async function announce(tx: Tx, message: LiveMessage): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(message)})`;
}
