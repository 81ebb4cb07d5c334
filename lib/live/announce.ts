import type { Tx } from '#lib/platform/index.ts';
import type { LiveMessage } from './messages.ts';

export const CHANNEL = 'lectern';

/** Tells every process, exactly when and if the caller's transaction commits. */
export async function announce(tx: Tx, message: LiveMessage): Promise<void> {
  const { channel, payload } = announcement(message);
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

/** What `pg_notify` takes, for a statement that announces its own change. */
export function announcement(message: LiveMessage): { channel: string; payload: string } {
  return { channel: CHANNEL, payload: JSON.stringify(message) };
}
