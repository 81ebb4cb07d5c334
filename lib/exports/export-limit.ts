import { callerKey, type Scope } from '#lib/access/index.ts';
import { rateLimit, requireTurn } from '#lib/platform/index.ts';

/** Each reads all that it exports: one every five seconds is more than people ask for. */
export const EXPORTS_IN_TEN_MINUTES = 120;

export const exportLimit = rateLimit('export', EXPORTS_IN_TEN_MINUTES, 600);

/** Counts an export before it is begun. @throws LimitReached */
export function requireExportTurn({ actor }: Scope): Promise<void> {
  return requireTurn(exportLimit, callerKey(actor), 'exports');
}
