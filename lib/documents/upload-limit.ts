import { callerKey, type Scope } from '#lib/access/index.ts';
import { rateLimit, requireTurn } from '#lib/platform/index.ts';

/** Two a second: more than a scanner delivers, and less than fills a disk unnoticed. */
export const UPLOADS_IN_TEN_MINUTES = 1_200;

export const uploadLimit = rateLimit('upload', UPLOADS_IN_TEN_MINUTES, 600);

/** Counts an upload before its bytes are taken in. What the portal sends on was counted when it came. @throws LimitReached */
export async function requireUploadTurn({ actor }: Scope): Promise<void> {
  if (actor.kind === 'token' && actor.isPortal) return;
  await requireTurn(uploadLimit, callerKey(actor), 'uploads');
}
