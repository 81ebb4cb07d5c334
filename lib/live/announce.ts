import type { Tx } from '#lib/platform/index.ts';
import type { LiveMessage } from './messages.ts';

export const CHANNEL = 'lectern';

/** Tells every process, exactly when and if the caller's transaction commits. */
export async function announce(tx: Tx, message: LiveMessage): Promise<void> {
  const { channel, payload } = announcement(message);
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

/** Announces many changes with one statement. */
export async function announceMany(tx: Tx, messages: readonly LiveMessage[]): Promise<void> {
  const payloads = messages.map((message) => announcement(message).payload);
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}

/** What `pg_notify` takes, for a statement that announces its own change. */
export function announcement(message: LiveMessage): { channel: string; payload: string } {
  return { channel: CHANNEL, payload: JSON.stringify(message) };
}
