import type { PasskeySummary } from './passkey.ts';
import { findPasskeys } from './passkey-store.ts';

/** The person's own passkeys, oldest first. `userId` comes from the caller's session, never from input. */
export async function listPasskeys(userId: string): Promise<PasskeySummary[]> {
  return (await findPasskeys(userId)).map(({ transports: _, ...summary }) => summary);
}
