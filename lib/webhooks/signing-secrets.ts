import type { Scope } from '#lib/access/index.ts';
import { keptSecrets } from './kept-secrets.ts';

/** So long a secret that was replaced signs beside the new one, so that receivers can change over in peace. */
export const CHANGEOVER_HOURS = 24;

/** The secrets that sign a message now, the current one first. */
export async function signingSecrets(scope: Scope, now: Date): Promise<string[]> {
  const { current, previous, replacedAt } = await keptSecrets(scope);
  const isChangingOver =
    replacedAt !== null && now.getTime() < replacedAt.getTime() + CHANGEOVER_HOURS * 3_600_000;
  return previous !== undefined && isChangingOver ? [current, previous] : [current];
}
